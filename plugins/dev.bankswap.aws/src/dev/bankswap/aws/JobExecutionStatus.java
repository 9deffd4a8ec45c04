/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a thing has done about a job.
 *
 * @param jobId the job
 * @param thing name of the thing
 * @param state for instance {@code IN_PROGRESS}, as the service words it
 * @param details what the device reported
 * @param version counts the changes
 * @param updated when it changed last
 */
public record JobExecutionStatus(String jobId, String thing, String state, Map<String, String> details, long version, Instant updated) {
	private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAILED", "TIMED_OUT", "REJECTED", "REMOVED", "CANCELED");

	/**
	 * Takes the values over.
	 *
	 * @param jobId the job
	 * @param thing name of the thing
	 * @param state as the service words it
	 * @param details what the device reported
	 * @param version counts the changes
	 * @param updated when it changed last
	 */
	public JobExecutionStatus {
		details = Map.copyOf(details);
	}

	/**
	 * Tells whether nothing more will happen.
	 *
	 * @return whether the state is a final one
	 */
	public boolean ended() {
		return FINAL.contains(state);
	}

	/**
	 * Tells whether the device runs the new image for good.
	 *
	 * @return whether the state is {@code SUCCEEDED}
	 */
	public boolean succeeded() {
		return "SUCCEEDED".equals(state);
	}
}
