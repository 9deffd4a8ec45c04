/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The execution of one job on one thing.
 *
 * @param jobId the job
 * @param thingName the thing
 * @param thingArn ARN of the thing
 * @param status where it stands
 * @param statusDetails what the device last reported, in its order; empty until it reported any
 * @param queuedAt when it was created
 * @param startedAt when the device first reported it
 * @param lastUpdatedAt last change
 * @param executionNumber 1, grows with each repetition on this thing
 * @param versionNumber 1, grows with each accepted update
 */
public record JobExecution(String jobId, String thingName, String thingArn, JobStatus status, Map<String, String> statusDetails,
		Instant queuedAt, Optional<Instant> startedAt, Instant lastUpdatedAt, long executionNumber, long versionNumber) {

	/**
	 * Copies the details, so that an execution is a value.
	 *
	 * @param jobId the job
	 * @param thingName the thing
	 * @param thingArn ARN of the thing
	 * @param status where it stands
	 * @param statusDetails what the device last reported, in its order; empty until it reported any
	 * @param queuedAt when it was created
	 * @param startedAt when the device first reported it
	 * @param lastUpdatedAt last change
	 * @param executionNumber 1, grows with each repetition on this thing
	 * @param versionNumber 1, grows with each accepted update
	 */
	public JobExecution {
		statusDetails = Collections.unmodifiableMap(new LinkedHashMap<>(statusDetails));
	}

	static JobExecution queued(String jobId, Thing thing, Instant now) {
		return new JobExecution(jobId, thing.name(), thing.arn(), JobStatus.QUEUED, Map.of(), now, Optional.empty(), now, 1, 1);
	}

	JobExecution updated(JobStatus next, Map<String, String> details, Instant now) {
		Optional<Instant> start = startedAt.isEmpty() && next == JobStatus.IN_PROGRESS ? Optional.of(now) : startedAt;
		return new JobExecution(jobId, thingName, thingArn, next, details, queuedAt, start, now, executionNumber, versionNumber + 1);
	}
}
