/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.util.Optional;

/** The states of the OTA PAL, with the numbers that it stores and the texts that it logs. */
public enum PalState {

	/** Nothing was read yet. */
	NOT_INITIALIZED("Not Initialized"),
	/** No update is under way. */
	READY("Ready"),
	/** An image is being received into the inactive bank. */
	FILE_OPEN("File Open"),
	/** The image is complete and its signature was good. */
	PENDING_ACTIVATION("Pending Activation"),
	/** The banks are swapped; the new image has not been started yet. */
	PENDING_SELF_TEST("Pending Self Test"),
	/** The new image runs and must prove itself. */
	NEW_IMAGE_BOOTED("New Image Booted"),
	/** The new image was ended by the watchdog. */
	WATCHDOG_RESET("Watchdog Reset"),
	/** The new image did not prove itself. */
	SELF_TEST_FAILED("Self Test Failed"),
	/** The new image was committed. */
	ACCEPTED("Accepted"),
	/** The new image was refused. */
	REJECTED("Rejected"),
	/** Contradictory state. */
	INVALID("Invalid");

	private final String text;

	PalState(String text) {
		this.text = text;
	}

	/**
	 * Tells the number of the state.
	 *
	 * @return the number that is stored in the image state file
	 */
	public int number() {
		return ordinal();
	}

	/**
	 * Tells the log text.
	 *
	 * @return the text that the firmware logs, such as {@code Pending Self Test}
	 */
	public String text() {
		return text;
	}

	/**
	 * Finds a state by its number.
	 *
	 * @param number a stored number
	 * @return the state, or nothing if no state has this number
	 */
	public static Optional<PalState> ofNumber(int number) {
		return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
	}

	/**
	 * Finds a state by its log text.
	 *
	 * @param text a logged text
	 * @return the state, or nothing if no state has this text
	 */
	public static Optional<PalState> ofText(String text) {
		for (PalState state : values()) {
			if (state.text.equals(text)) {
				return Optional.of(state);
			}
		}
		return Optional.empty();
	}
}
