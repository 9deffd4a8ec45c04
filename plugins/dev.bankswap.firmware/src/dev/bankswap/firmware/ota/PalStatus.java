/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** The result of a PAL call: a main code in the upper byte of the status word, 24 bits of detail below it. */
enum PalStatus {

	SUCCESS(0x00, "OtaPalSuccess"),
	UNINITIALIZED(0xe0, "OtaPalUninitialized"),
	SIGNATURE_CHECK_FAILED(0xe3, "OtaPalSignatureCheckFailed"),
	RX_FILE_CREATE_FAILED(0xe4, "OtaPalRxFileCreateFailed"),
	RX_FILE_TOO_LARGE(0xe5, "OtaPalRxFileTooLarge"),
	BOOT_INFO_CREATE_FAILED(0xe6, "OtaPalBootInfoCreateFailed"),
	BAD_SIGNER_CERT(0xe7, "OtaPalBadSignerCert"),
	BAD_IMAGE_STATE(0xe8, "OtaPalBadImageState"),
	ABORT_FAILED(0xe9, "OtaPalAbortFailed"),
	REJECT_FAILED(0xea, "OtaPalRejectFailed"),
	COMMIT_FAILED(0xeb, "OtaPalCommitFailed"),
	ACTIVATE_FAILED(0xec, "OtaPalActivateFailed"),
	FILE_CLOSE(0xee, "OtaPalFileClose");

	static final int SUB_BITS = 24;

	private static final int SUB_MASK = 0xFF_FFFF;

	private final int code;
	private final String text;

	PalStatus(int code, String text) {
		this.code = code;
		this.text = text;
	}

	/** Returns the status word without detail. */
	int word() {
		return code << SUB_BITS;
	}

	/** Returns the status word with the low 24 bits of a detail. */
	int word(int detail) {
		return word() | detail & SUB_MASK;
	}

	/** Returns the name for log lines. */
	String text() {
		return text;
	}

	static boolean success(int word) {
		return main(word) == 0;
	}

	static int main(int word) {
		return word >>> SUB_BITS;
	}

	static int sub(int word) {
		return word & SUB_MASK;
	}

	/** Returns the name of a status word's main code. */
	static String text(int word) {
		for (PalStatus each : values()) {
			if (each.code == main(word)) {
				return each.text;
			}
		}
		return "InvalidErrorCode";
	}
}
