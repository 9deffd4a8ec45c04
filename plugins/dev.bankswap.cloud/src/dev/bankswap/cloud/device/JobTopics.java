/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.device.ReservedTopics.Request;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.JobExecution;
import dev.bankswap.cloud.service.JobService;
import dev.bankswap.cloud.service.JobWithDocument;
import dev.bankswap.cloud.service.PendingJobs;
import dev.bankswap.cloud.service.ServiceException;

/**
 * The jobs API for devices. Replies go straight to the session that asked.
 */
final class JobTopics implements ReservedTopics.Handler {

	private static final String NEXT = "$next";

	private final CloudServices services;

	JobTopics(CloudServices services) {
		this.services = services;
	}

	@Override
	public boolean handle(Request request) {
		Optional<ObjectNode> body = Json.JSON.read(request.payload());
		try {
			ObjectNode reply = answer(request, body.map(JobRequestBody::new)
					.orElseThrow(() -> new ServiceException("InvalidJson", 400, "The payload is not a JSON object")));
			reply(request, "accepted", reply);
		} catch (ServiceException e) {
			reply(request, "rejected", error(request, body, e));
		}
		return true;
	}

	private ObjectNode answer(Request request, JobRequestBody body) {
		ObjectNode reply = Json.object();
		body.clientToken().ifPresent(token -> reply.put("clientToken", token));
		reply.put("timestamp", Json.seconds(services.clock().instant()));
		List<String> path = request.path();
		if (path.equals(List.of("get"))) {
			return pending(request, reply);
		}
		if (path.equals(List.of("start-next"))) {
			body.checkStepTimeout();
			jobs().startNext(request.thing(), body.statusDetails()).ifPresent(job -> reply.set("execution", JobJson.execution(job, true)));
			return reply;
		}
		if (path.size() == 2 && "get".equals(path.get(1))) {
			return describe(request, body, reply);
		}
		if (path.size() == 2 && "update".equals(path.get(1)) && !NEXT.equals(path.get(0))) {
			return update(request, body, reply);
		}
		throw new ServiceException("InvalidTopic", 400, "The topic belongs to no operation of the jobs API");
	}

	private ObjectNode pending(Request request, ObjectNode reply) {
		PendingJobs pending = jobs().pending(request.thing());
		reply.set("inProgressJobs", JobJson.summaries(pending.inProgress()));
		reply.set("queuedJobs", JobJson.summaries(pending.queued()));
		return reply;
	}

	private ObjectNode describe(Request request, JobRequestBody body, ObjectNode reply) {
		String jobId = request.path().get(0);
		Optional<JobWithDocument> job = NEXT.equals(jobId) ? jobs().next(request.thing())
				: Optional.of(jobs().describe(request.thing(), jobId));
		job.ifPresent(found -> {
			if (body.executionNumber().orElse(found.execution().executionNumber()) != found.execution().executionNumber()) {
				throw ServiceException.notFound("There is no such execution number");
			}
			reply.set("execution", JobJson.execution(found, body.wanted("includeJobDocument", true)));
		});
		return reply;
	}

	private ObjectNode update(Request request, JobRequestBody body, ObjectNode reply) {
		body.checkStepTimeout();
		String jobId = request.path().get(0);
		JobExecution execution = jobs().update(request.thing(), jobId, body.update());
		if (body.wanted("includeJobExecutionState", false)) {
			reply.set("executionState", JobJson.state(execution));
		}
		if (body.wanted("includeJobDocument", false)) {
			reply.set("jobDocument", jobs().get(jobId).document());
		}
		return reply;
	}

	private ObjectNode error(Request request, Optional<ObjectNode> body, ServiceException refusal) {
		String code = code(refusal);
		ObjectNode error = Json.object().put("code", code).put("message", refusal.getMessage());
		body.map(object -> object.path("clientToken").textValue()).ifPresent(token -> error.put("clientToken", token));
		error.put("timestamp", Json.seconds(services.clock().instant()));
		if ("InvalidStateTransition".equals(code) || "VersionMismatch".equals(code)) {
			error.set("executionState", JobJson.state(jobs().execution(request.thing(), request.path().get(0))));
		}
		return error;
	}

	private static String code(ServiceException refusal) {
		String name = refusal.code().replaceFirst("Exception$", "");
		return "TerminalState".equals(name) ? "TerminalStateReached" : name;
	}

	private JobService jobs() {
		return services.jobs();
	}

	private static void reply(Request request, String outcome, ObjectNode message) {
		request.from().reply(request.topic() + "/" + outcome, Json.JSON.write(message));
	}
}
