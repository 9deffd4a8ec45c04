/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.service.JobExecution;
import dev.bankswap.cloud.service.JobWithDocument;
import dev.bankswap.cloud.service.PendingJobs;
import dev.bankswap.cloud.service.ServiceListener;

/**
 * Tells devices that their list of jobs, or its head, changed.
 */
final class JobNotifications implements ServiceListener {

	private static final int MAX_LISTED = 10;

	private final Clock clock;

	private final Publisher publisher;

	JobNotifications(Clock clock, Publisher publisher) {
		this.clock = clock;
		this.publisher = publisher;
	}

	@Override
	public void pendingChanged(PendingJobs pending) {
		ObjectNode message = Json.object().put("timestamp", Json.seconds(clock.instant()));
		ObjectNode jobs = message.putObject("jobs");
		List<JobExecution> running = pending.inProgress().stream().limit(MAX_LISTED).toList();
		add(jobs, "IN_PROGRESS", running);
		add(jobs, "QUEUED", pending.queued().stream().limit((long) MAX_LISTED - running.size()).toList());
		publish(pending.thingName(), "notify", message);
	}

	@Override
	public void nextChanged(String thingName, Optional<JobWithDocument> next) {
		ObjectNode message = Json.object().put("timestamp", Json.seconds(clock.instant()));
		next.ifPresent(job -> message.set("execution", JobJson.execution(job, true)));
		publish(thingName, "notify-next", message);
	}

	private void publish(String thingName, String name, ObjectNode message) {
		publisher.publish("$aws/things/" + thingName + "/jobs/" + name, Json.JSON.write(message), 1);
	}

	private static void add(ObjectNode jobs, String state, List<JobExecution> executions) {
		if (!executions.isEmpty()) {
			jobs.set(state, JobJson.summaries(executions));
		}
	}
}
