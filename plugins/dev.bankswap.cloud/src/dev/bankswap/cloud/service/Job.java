/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A job.
 *
 * @param jobId its id
 * @param arn its ARN
 * @param targets ARNs of its targets
 * @param targetSelection {@code SNAPSHOT} or {@code CONTINUOUS}
 * @param status state of the job as a whole
 * @param description free text
 * @param createdAt when it was created
 * @param lastUpdatedAt last change of the job itself
 * @param completedAt when it was completed or cancelled
 * @param document the job document; treat it as read-only
 */
public record Job(String jobId, String arn, List<String> targets, String targetSelection, JobState status, String description,
		Instant createdAt, Instant lastUpdatedAt, Optional<Instant> completedAt, ObjectNode document) {

	Job withStatus(JobState state, Instant now) {
		Optional<Instant> end = state == JobState.COMPLETED || state == JobState.CANCELED ? Optional.of(now) : completedAt;
		return new Job(jobId, arn, targets, targetSelection, state, description, createdAt, now, end, document);
	}

	Job withComment(String comment) {
		return new Job(jobId, arn, targets, targetSelection, status, description.isEmpty() ? comment : description, createdAt,
				lastUpdatedAt, completedAt, document);
	}
}
