/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Members;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.Job;
import dev.bankswap.cloud.service.JobRequest;
import dev.bankswap.cloud.service.JobService;
import dev.bankswap.cloud.service.JobStatus;
import dev.bankswap.cloud.service.S3Location;
import dev.bankswap.cloud.service.ServiceException;

/** Jobs as a whole. */
final class JobOperations {

	private static final String ID = "jobId";

	private static final TextRule COMMENT = TextRule.pattern(0, 2028, "[^\\p{C}]*");

	private static final TextRule REASON = TextRule.pattern(0, 128, "[\\p{Upper}\\p{Digit}_]*");

	private static final TextRule SOURCE = TextRule.length(1, 1350);

	/** How each state of an execution is counted in a job's details. */
	private static final Map<JobStatus, String> COUNTERS = Map.of(JobStatus.CANCELED, "numberOfCanceledThings",
			JobStatus.SUCCEEDED, "numberOfSucceededThings", JobStatus.FAILED, "numberOfFailedThings", JobStatus.REJECTED,
			"numberOfRejectedThings", JobStatus.QUEUED, "numberOfQueuedThings", JobStatus.IN_PROGRESS,
			"numberOfInProgressThings", JobStatus.REMOVED, "numberOfRemovedThings", JobStatus.TIMED_OUT,
			"numberOfTimedOutThings");

	private final JobService jobs;

	private final CloudServices services;

	JobOperations(CloudServices services) {
		this.services = services;
		this.jobs = services.jobs();
	}

	void addTo(Routes routes) {
		routes.add("PUT", "/jobs/{jobId}", this::create).add("GET", "/jobs/{jobId}", this::describe)
				.add("GET", "/jobs", this::list).add("GET", "/jobs/{jobId}/job-document", this::document)
				.add("PUT", "/jobs/{jobId}/cancel", this::cancel).add("DELETE", "/jobs/{jobId}", this::delete);
	}

	private ObjectNode create(RestCall call) {
		Members body = call.body();
		String description = body.optionalText("description", Shapes.DESCRIPTION).orElse("");
		String selection = body.optionalText("targetSelection", Shapes.TARGET_SELECTION).orElse("SNAPSHOT");
		Job job = jobs.create(new JobRequest(call.label(ID, Shapes.JOB_ID), body.texts("targets", Shapes.JOB_TARGET),
				jobDocument(body), description, selection));
		return summary(Json.object(), job);
	}

	private ObjectNode jobDocument(Members body) {
		Optional<String> text = body.optionalText("document", Shapes.JOB_DOCUMENT);
		Optional<String> source = body.optionalText("documentSource", SOURCE);
		if (text.isPresent() == source.isPresent()) {
			throw ServiceException.invalid("Give either a document or a documentSource.");
		}
		byte[] bytes = text.map(given -> given.getBytes(StandardCharsets.UTF_8))
				.orElseGet(() -> load(source.orElse("")));
		return Json.parse(bytes).orElseThrow(() -> ServiceException.invalid("The job document is not a JSON object."));
	}

	/** Reads a document from {@code https://s3.<region>.amazonaws.com/bucket/key} or {@code https://bucket.s3…/key}. */
	private byte[] load(String source) {
		S3Location location = DocumentSource.parse(source)
				.orElseThrow(() -> ServiceException.invalid("The documentSource is not an S3 address: " + source));
		try {
			return services.objects().get(location.bucket(), location.key(), null).bytes();
		} catch (ServiceException e) {
			throw ServiceException.invalid("The job document cannot be read: " + e.getMessage());
		}
	}

	private ObjectNode describe(RestCall call) {
		Job job = jobs.get(call.label(ID, Shapes.JOB_ID));
		ObjectNode reply = Json.object();
		ObjectNode json = summary(reply.putObject("job"), job);
		ArrayNode targets = json.putArray("targets");
		job.targets().forEach(targets::add);
		putState(json, job);
		Map<JobStatus, Long> counts = jobs.executionsOfJob(job.jobId()).stream()
				.collect(Collectors.groupingBy(execution -> execution.status(), Collectors.counting()));
		ObjectNode details = json.putObject("jobProcessDetails");
		COUNTERS.forEach((status, member) -> details.put(member, counts.getOrDefault(status, 0L)));
		json.put("isConcurrent", false);
		return reply;
	}

	private ObjectNode list(RestCall call) {
		Optional<String> status = call.parameter("status", Shapes.JOB_STATUS);
		Optional<String> selection = call.parameter("targetSelection", Shapes.TARGET_SELECTION);
		List<Job> found = jobs.list().stream().filter(job -> matches(job, Job::targetSelection, selection)
				&& matches(job, each -> each.status().name(), status)).toList();
		Page<Job> page = call.page(found, "maxResults", "nextToken", Shapes.MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("jobs");
		for (Job job : page.items()) {
			ObjectNode line = list.addObject().put("jobArn", job.arn()).put(ID, job.jobId());
			putState(line, job);
			line.put("isConcurrent", false);
		}
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply;
	}

	private static boolean matches(Job job, Function<Job, String> property, Optional<String> wanted) {
		return wanted.map(value -> value.equals(property.apply(job))).orElse(true);
	}

	private ObjectNode document(RestCall call) {
		return Json.object().put("document", jobs.get(call.label(ID, Shapes.JOB_ID)).document().toString());
	}

	private ObjectNode cancel(RestCall call) {
		Members body = call.body();
		body.optionalText("reasonCode", REASON);
		String comment = body.optionalText("comment", COMMENT).orElse("");
		String id = call.label(ID, Shapes.JOB_ID);
		jobs.cancel(id, call.flag("force"), comment);
		return summary(Json.object(), jobs.get(id));
	}

	private ObjectNode delete(RestCall call) {
		jobs.delete(call.label(ID, Shapes.JOB_ID), call.flag("force"));
		return Json.object();
	}

	private static ObjectNode summary(ObjectNode json, Job job) {
		json.put("jobArn", job.arn()).put(ID, job.jobId());
		return job.description().isEmpty() ? json : json.put("description", job.description());
	}

	private static void putState(ObjectNode json, Job job) {
		json.put("targetSelection", job.targetSelection()).put("status", job.status().name())
				.put("createdAt", Json.time(job.createdAt())).put("lastUpdatedAt", Json.time(job.lastUpdatedAt()));
		job.completedAt().ifPresent(time -> json.put("completedAt", Json.time(time)));
	}
}
