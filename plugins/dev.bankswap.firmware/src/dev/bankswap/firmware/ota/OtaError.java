/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** The agent's error codes as far as they occur, with the numbers that go to the cloud and the names that go to the log. */
enum OtaError {

	NONE(0, "None"), REQUEST_JOB_FAILED(6, "RequestJobFailed"), INIT_FILE_TRANSFER_FAILED(7, "InitFileTransferFailed"),
	REQUEST_FILE_BLOCK_FAILED(8, "RequestFileBlockFailed"), UPDATE_JOB_STATUS_FAILED(11, "UpdateJobStatusFailed"),
	JOB_PARSER_ERROR(12, "JobParserError"), INVALID_DATA_PROTOCOL(13, "InvalidDataProtocol"), MOMENTUM_ABORT(14, "MomentumAbort"),
	DOWNGRADE_NOT_ALLOWED(15, "DowngradeNotAllowed"), SAME_FIRMWARE_VERSION(16, "SameFirmwareVersion"),
	IMAGE_STATE_MISMATCH(17, "ImageStateMismatch"), NO_ACTIVE_JOB(18, "NoActiveJob"), USER_ABORT(19, "UserAbort");

	private final int number;
	private final String suffix;

	OtaError(int number, String suffix) {
		this.number = number;
		this.suffix = suffix;
	}

	int number() {
		return number;
	}

	String text() {
		return "OtaErr" + suffix;
	}
}
