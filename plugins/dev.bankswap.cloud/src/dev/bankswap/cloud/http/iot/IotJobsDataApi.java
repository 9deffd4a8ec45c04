/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Members;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.RestJsonApi;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.JobExecution;
import dev.bankswap.cloud.service.JobService;
import dev.bankswap.cloud.service.JobStatus;
import dev.bankswap.cloud.service.JobUpdate;
import dev.bankswap.cloud.service.JobWithDocument;
import dev.bankswap.cloud.service.PendingJobs;
import dev.bankswap.cloud.service.ServiceException;

/** The jobs API for devices, over HTTP. Its times are whole seconds, and its job documents are texts. */
public final class IotJobsDataApi extends RestJsonApi {

	private static final TextRule JOB_ID = TextRule.pattern(1, 64, "[a-zA-Z0-9_-]+|\\$next");

	private static final String NEXT = "$next";

	private static final String EXECUTION = "execution";

	private static final long MAX_STEP_TIMEOUT = 10_080;

	private static final Set<JobStatus> REPORTED = EnumSet.of(JobStatus.IN_PROGRESS, JobStatus.SUCCEEDED, JobStatus.FAILED,
			JobStatus.REJECTED);

	private static final String DETAILS = "statusDetails";

	private final JobService jobs;

	/**
	 * Makes the API.
	 *
	 * @param services what is behind it
	 */
	public IotJobsDataApi(CloudServices services) {
		super("AWS IoT Jobs Data Plane", "InvalidRequestException", new Routes());
		this.jobs = services.jobs();
		routes().add("GET", "/things/{thingName}/jobs", this::pending)
				.add("PUT", "/things/{thingName}/jobs/$next", this::startNext)
				.add("GET", "/things/{thingName}/jobs/{jobId}", this::describe)
				.add("POST", "/things/{thingName}/jobs/{jobId}", this::update);
	}

	private ObjectNode pending(RestCall call) {
		PendingJobs pending = jobs.pending(thing(call));
		ObjectNode reply = Json.object();
		summaries(reply.putArray("inProgressJobs"), pending.inProgress());
		summaries(reply.putArray("queuedJobs"), pending.queued());
		return reply;
	}

	private ObjectNode startNext(RestCall call) {
		Members body = call.body();
		checkStepTimeout(body);
		return execution(jobs.startNext(thing(call), details(body)), true);
	}

	private ObjectNode describe(RestCall call) {
		String job = call.label("jobId", JOB_ID);
		boolean document = call.parameter("includeJobDocument", TextRule.oneOf("true", "false")).map(Boolean::valueOf)
				.orElse(true);
		Optional<JobWithDocument> found = job.equals(NEXT) ? jobs.next(thing(call)) : Optional.of(jobs.describe(thing(call), job));
		Optional<Long> number = call.parameter("executionNumber", TextRule.pattern(1, 18, "[0-9]+")).map(Long::valueOf);
		if (number.isPresent() && found.filter(each -> each.execution().executionNumber() == number.get()).isEmpty()) {
			throw ServiceException.notFound("There is no such execution number");
		}
		return execution(found, document);
	}

	private ObjectNode update(RestCall call) {
		Members body = call.body();
		String job = call.label("jobId", Shapes.JOB_ID);
		checkStepTimeout(body);
		JobStatus status = JobStatus.valueOf(body.text("status", Shapes.EXECUTION_STATUS));
		if (!REPORTED.contains(status)) {
			throw body.invalid("status must be IN_PROGRESS, SUCCEEDED, FAILED or REJECTED");
		}
		JobExecution updated = updated(thing(call), job, new JobUpdate(status, details(body), number(body, "expectedVersion"),
				number(body, "executionNumber")));
		ObjectNode reply = Json.object();
		if (body.json().path("includeJobExecutionState").asBoolean()) {
			ObjectNode state = reply.putObject("executionState").put("status", updated.status().name());
			putDetails(state, updated);
			state.put("versionNumber", updated.versionNumber());
		}
		if (body.json().path("includeJobDocument").asBoolean()) {
			reply.put("jobDocument", jobs.get(job).document().toString());
		}
		return reply;
	}

	/** The model knows no error for a wrong version: the SDKs get it as the other conflict. */
	private JobExecution updated(String thing, String job, JobUpdate update) {
		try {
			return jobs.update(thing, job, update);
		} catch (ServiceException e) {
			throw "VersionMismatchException".equals(e.code()) ? ServiceException.invalidState(String.valueOf(e.getMessage())) : e;
		}
	}

	private static void checkStepTimeout(Members body) {
		if (body.optionalNumber("stepTimeoutInMinutes", -1, MAX_STEP_TIMEOUT).orElse(1) == 0) {
			throw body.invalid("stepTimeoutInMinutes must be -1 or 1 to " + MAX_STEP_TIMEOUT);
		}
	}

	private static ObjectNode execution(Optional<JobWithDocument> found, boolean withDocument) {
		ObjectNode reply = Json.object();
		found.ifPresent(job -> {
			JobExecution execution = job.execution();
			ObjectNode json = reply.putObject(EXECUTION).put("jobId", execution.jobId())
					.put("thingName", execution.thingName()).put("status", execution.status().name());
			putDetails(json, execution);
			putTimes(json, execution);
			if (withDocument) {
				json.put("jobDocument", job.document().toString());
			}
		});
		return reply;
	}

	private static void summaries(ArrayNode list, List<JobExecution> executions) {
		executions.forEach(execution -> putTimes(list.addObject().put("jobId", execution.jobId()), execution));
	}

	private static void putTimes(ObjectNode json, JobExecution execution) {
		json.put("queuedAt", execution.queuedAt().getEpochSecond());
		execution.startedAt().ifPresent(time -> json.put("startedAt", time.getEpochSecond()));
		json.put("lastUpdatedAt", execution.lastUpdatedAt().getEpochSecond())
				.put("versionNumber", execution.versionNumber()).put("executionNumber", execution.executionNumber());
	}

	private static void putDetails(ObjectNode json, JobExecution execution) {
		if (!execution.statusDetails().isEmpty()) {
			ObjectNode details = json.putObject(DETAILS);
			execution.statusDetails().forEach(details::put);
		}
	}

	private static Optional<Map<String, String>> details(Members body) {
		return body.optionalChild(DETAILS).map(child -> body.map(DETAILS, Shapes.DETAIL_KEY, Shapes.DETAIL_VALUE));
	}

	private static OptionalLong number(Members body, String name) {
		return body.optionalNumber(name, 0, Long.MAX_VALUE);
	}

	private static String thing(RestCall call) {
		return call.label("thingName", Shapes.THING_NAME);
	}
}
