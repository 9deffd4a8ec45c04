/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * State of a job as a whole.
 */
public enum JobState {
	/** Some execution may still run. */
	IN_PROGRESS,
	/** Snapshot job whose executions have all ended. */
	COMPLETED,
	/** Called off. */
	CANCELED,
	/** Being removed. */
	DELETION_IN_PROGRESS
}
