/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.util.Arrays;

/** A password in memory: never shown, compared or written by accident, and wiped when it is closed. */
public final class Secret implements AutoCloseable {
	private final char[] characters;

	/**
	 * Takes a copy.
	 *
	 * @param characters the password; the caller wipes its own array
	 */
	public Secret(char[] characters) {
		this.characters = characters.clone();
	}

	/**
	 * Gives the password to the one place that types it into the device.
	 *
	 * @return the password
	 */
	String reveal() {
		return new String(characters);
	}

	/** Wipes the password. */
	@Override
	public void close() {
		Arrays.fill(characters, '\0');
	}

	/** Shows nothing of the password, not even its length. */
	@Override
	public String toString() {
		return "•••"; //$NON-NLS-1$
	}
}
