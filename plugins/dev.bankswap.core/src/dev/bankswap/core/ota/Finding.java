/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

/**
 * What a check before the launch found.
 *
 * @param check which one
 * @param severity how serious it is
 * @param text what was found, and what to do if it is not good
 */
public record Finding(Check check, Severity severity, String text) {
	/** The checks. */
	public enum Check {
		/** The id of the update is allowed and short enough. */
		UPDATE_ID,
		/** The name of the file is the one in the image. */
		FILE_NAME,
		/** The image fits into a flash bank. */
		SIZE,
		/** The version is higher than the board's. */
		VERSION,
		/** The board can check the signature. */
		SIGNATURE
	}

	/** How serious a finding is. */
	public enum Severity {
		/** As it should be. */
		OK,
		/** It could not be checked, or may be meant so. */
		WARNING,
		/** The update would fail; it is not launched. */
		ERROR
	}
}
