/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.service.JobExecution;
import dev.bankswap.cloud.service.JobWithDocument;

/**
 * Job executions as devices see them. The order of the members is the service's; times are whole seconds.
 */
final class JobJson {

	private JobJson() {
		// functions only
	}

	static ObjectNode execution(JobWithDocument job, boolean withDocument) {
		JobExecution execution = job.execution();
		ObjectNode json = Json.object().put("jobId", execution.jobId()).put("status", execution.status().name());
		addDetails(json, execution);
		json.put("queuedAt", Json.seconds(execution.queuedAt()));
		execution.startedAt().ifPresent(time -> json.put("startedAt", Json.seconds(time)));
		json.put("lastUpdatedAt", Json.seconds(execution.lastUpdatedAt()));
		json.put("versionNumber", execution.versionNumber()).put("executionNumber", execution.executionNumber());
		if (withDocument) {
			json.set("jobDocument", job.document());
		}
		return json;
	}

	static ObjectNode state(JobExecution execution) {
		ObjectNode json = Json.object().put("status", execution.status().name());
		addDetails(json, execution);
		return json.put("versionNumber", execution.versionNumber());
	}

	static ArrayNode summaries(List<JobExecution> executions) {
		ArrayNode json = Json.object().arrayNode();
		executions.forEach(execution -> json.add(summary(execution)));
		return json;
	}

	static ObjectNode summary(JobExecution execution) {
		ObjectNode json = Json.object().put("jobId", execution.jobId()).put("queuedAt", Json.seconds(execution.queuedAt()))
				.put("lastUpdatedAt", Json.seconds(execution.lastUpdatedAt()));
		execution.startedAt().ifPresent(time -> json.put("startedAt", Json.seconds(time)));
		return json.put("executionNumber", execution.executionNumber()).put("versionNumber", execution.versionNumber());
	}

	private static void addDetails(ObjectNode json, JobExecution execution) {
		if (!execution.statusDetails().isEmpty()) {
			ObjectNode details = json.putObject("statusDetails");
			execution.statusDetails().forEach(details::put);
		}
	}
}
