/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * State of the execution of a job on one thing.
 */
public enum JobStatus {
	/** Waits for the device. */
	QUEUED,
	/** The device works on it. */
	IN_PROGRESS,
	/** Done. */
	SUCCEEDED,
	/** The device gave up. */
	FAILED,
	/** The service gave up waiting. */
	TIMED_OUT,
	/** The device refused it. */
	REJECTED,
	/** The thing or job went away. */
	REMOVED,
	/** Called off. */
	CANCELED;

	/**
	 * Whether the state is final.
	 *
	 * @return false for queued and running executions
	 */
	public boolean terminal() {
		return this != QUEUED && this != IN_PROGRESS;
	}

	/**
	 * Whether a device may report this state in this situation.
	 *
	 * @param next the state that the device reports
	 * @return true if the update is legal
	 */
	public boolean deviceMayReport(JobStatus next) {
		switch (next) {
			case IN_PROGRESS:
			case SUCCEEDED:
			case FAILED:
				return !terminal();
			case REJECTED:
				return this == QUEUED;
			default:
				return false;
		}
	}
}
