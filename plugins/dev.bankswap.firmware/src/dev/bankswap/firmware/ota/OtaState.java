/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** The states of the agent, with the names for log lines. */
enum OtaState {

	INIT("Init"), READY("Ready"), REQUESTING_JOB("RequestingJob"), WAITING_FOR_JOB("WaitingForJob"),
	CREATING_FILE("CreatingFile"), REQUESTING_FILE_BLOCK("RequestingFileBlock"), WAITING_FOR_FILE_BLOCK("WaitingForFileBlock"),
	CLOSING_FILE("ClosingFile"), SUSPENDED("Suspended"), SHUTTING_DOWN("ShuttingDown"), STOPPED("Stopped"), ALL("All");

	private final String text;

	OtaState(String text) {
		this.text = text;
	}

	String text() {
		return text;
	}
}
