/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** The events of the agent's state machine, with the names for log lines. */
enum OtaEvent {

	START("Start"), START_SELF_TEST("StartSelfTest"), REQUEST_JOB_DOCUMENT("RequestJobDocument"),
	RECEIVED_JOB_DOCUMENT("ReceivedJobDocument"), CREATE_FILE("CreateFile"), REQUEST_FILE_BLOCK("RequestFileBlock"),
	RECEIVED_FILE_BLOCK("ReceivedFileBlock"), REQUEST_TIMER("RequestTimer"), CLOSE_FILE("CloseFile"), SUSPEND("Suspend"),
	RESUME("Resume"), USER_ABORT("UserAbort"), SHUTDOWN("Shutdown");

	private final String text;

	OtaEvent(String text) {
		this.text = text;
	}

	String text() {
		return text;
	}
}
