/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Members;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.JobExecution;
import dev.bankswap.cloud.service.JobService;
import dev.bankswap.cloud.service.ServiceException;

/** The executions of jobs on single things. */
final class JobExecutionOperations {

	private static final String JOB = "jobId";

	private static final String THING = "thingName";

	private final JobService jobs;

	JobExecutionOperations(JobService jobs) {
		this.jobs = jobs;
	}

	void addTo(Routes routes) {
		routes.add("GET", "/things/{thingName}/jobs/{jobId}", this::describe)
				.add("PUT", "/things/{thingName}/jobs/{jobId}/cancel", this::cancel)
				.add("GET", "/jobs/{jobId}/things", this::ofJob).add("GET", "/things/{thingName}/jobs", this::ofThing);
	}

	private ObjectNode describe(RestCall call) {
		JobExecution execution = jobs.execution(call.label(THING, Shapes.THING_NAME), call.label(JOB, Shapes.JOB_ID));
		call.parameter("executionNumber", TextRule.pattern(1, 18, "[0-9]+")).map(Long::valueOf)
				.filter(number -> number != execution.executionNumber()).ifPresent(number -> {
					throw ServiceException.notFound("Job execution number " + number + " of " + execution.jobId() + " not found.");
				});
		ObjectNode reply = Json.object();
		ObjectNode json = reply.putObject("execution");
		json.put(JOB, execution.jobId()).put("status", execution.status().name());
		ObjectNode details = json.putObject("statusDetails").putObject("detailsMap");
		execution.statusDetails().forEach(details::put);
		json.put("thingArn", execution.thingArn());
		putTimes(json, execution);
		json.put("versionNumber", execution.versionNumber());
		return reply;
	}

	private ObjectNode cancel(RestCall call) {
		String thing = call.label(THING, Shapes.THING_NAME);
		String job = call.label(JOB, Shapes.JOB_ID);
		Members body = call.body();
		body.map("statusDetails", Shapes.DETAIL_KEY, Shapes.DETAIL_VALUE);
		OptionalLong expected = body.optionalNumber("expectedVersion", 0, Long.MAX_VALUE);
		if (expected.isPresent() && expected.getAsLong() != jobs.execution(thing, job).versionNumber()) {
			throw new ServiceException("VersionConflictException", 409,
					"The expected version does not match the version of the job execution.");
		}
		jobs.cancelExecution(thing, job, call.flag("force"));
		return Json.object();
	}

	private ObjectNode ofJob(RestCall call) {
		String job = jobs.get(call.label(JOB, Shapes.JOB_ID)).jobId();
		return list(call, jobs.executionsOfJob(job), (line, execution) -> line.put("thingArn", execution.thingArn()));
	}

	private ObjectNode ofThing(RestCall call) {
		Optional<String> job = call.parameter(JOB, Shapes.JOB_ID);
		List<JobExecution> executions = jobs.executionsOfThing(call.label(THING, Shapes.THING_NAME)).stream()
				.filter(execution -> job.map(execution.jobId()::equals).orElse(true)).toList();
		return list(call, executions, (line, execution) -> line.put(JOB, execution.jobId()));
	}

	private static ObjectNode list(RestCall call, List<JobExecution> all, BiConsumer<ObjectNode, JobExecution> head) {
		Optional<String> status = call.parameter("status", Shapes.EXECUTION_STATUS);
		List<JobExecution> found = all.stream()
				.filter(execution -> status.map(execution.status().name()::equals).orElse(true)).toList();
		Page<JobExecution> page = call.page(found, "maxResults", "nextToken", Shapes.MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("executionSummaries");
		for (JobExecution execution : page.items()) {
			ObjectNode line = list.addObject();
			head.accept(line, execution);
			putTimes(line.putObject("jobExecutionSummary").put("status", execution.status().name()), execution);
		}
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply;
	}

	private static void putTimes(ObjectNode json, JobExecution execution) {
		json.put("queuedAt", Json.time(execution.queuedAt()));
		execution.startedAt().ifPresent(time -> json.put("startedAt", Json.time(time)));
		json.put("lastUpdatedAt", Json.time(execution.lastUpdatedAt())).put("executionNumber", execution.executionNumber());
	}
}
