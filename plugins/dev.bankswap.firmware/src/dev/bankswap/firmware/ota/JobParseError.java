/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** The outcomes of parsing a job message, with the numbers that go to the cloud and the names that go to the log. */
enum JobParseError {

	NONE(0, "None"), NULL_JOB(1, "NullJob"), UPDATE_CURRENT_JOB(2, "UpdateCurrentJob"), ZERO_FILE_SIZE(3, "ZeroFileSize"),
	NON_CONFORMING(4, "NonConformingJobDoc"), NO_ACTIVE_JOBS(7, "NoActiveJobs");

	private final int number;
	private final String suffix;

	JobParseError(int number, String suffix) {
		this.number = number;
		this.suffix = suffix;
	}

	int number() {
		return number;
	}

	String text() {
		return "OtaJobParseErr" + suffix;
	}
}
