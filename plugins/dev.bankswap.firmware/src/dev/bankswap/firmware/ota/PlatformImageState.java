/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import dev.bankswap.formats.PalState;

/** What the PAL tells the agent about the image. */
enum PlatformImageState {

	UNKNOWN("Unknown"), PENDING_COMMIT("PendingCommit"), VALID("Valid"), INVALID("Invalid");

	private final String suffix;

	PlatformImageState(String suffix) {
		this.suffix = suffix;
	}

	String text() {
		return "OtaPalImageState" + suffix;
	}

	static PlatformImageState of(PalState state) {
		return switch (state) {
		case READY, FILE_OPEN, REJECTED, WATCHDOG_RESET, SELF_TEST_FAILED -> INVALID;
		case PENDING_ACTIVATION, PENDING_SELF_TEST, NEW_IMAGE_BOOTED -> PENDING_COMMIT;
		case ACCEPTED -> VALID;
		default -> UNKNOWN;
		};
	}
}
