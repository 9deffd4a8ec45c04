/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** What the OTA agent thinks of an image, with the number and the name for log lines. */
enum OtaImageState {

	UNKNOWN("Unknown"), TESTING("Testing"), ACCEPTED("Accepted"), REJECTED("Rejected"), ABORTED("Aborted");

	private final String suffix;

	OtaImageState(String suffix) {
		this.suffix = suffix;
	}

	int number() {
		return ordinal();
	}

	String text() {
		return "OtaImageState" + suffix;
	}
}
