/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a device reports about a job execution.
 *
 * @param status the new state
 * @param statusDetails replaces the stored details if present
 * @param expectedVersion the version that the device believes to be current, if it cares
 * @param executionNumber the execution that the device means, if it says so
 */
public record JobUpdate(JobStatus status, Optional<Map<String, String>> statusDetails, OptionalLong expectedVersion,
		OptionalLong executionNumber) {

	/**
	 * A report without conditions.
	 *
	 * @param status the new state
	 * @param statusDetails replaces the stored details
	 * @return the update
	 */
	public static JobUpdate of(JobStatus status, Map<String, String> statusDetails) {
		return new JobUpdate(status, Optional.of(statusDetails), OptionalLong.empty(), OptionalLong.empty());
	}
}
