/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** The four user LEDs of the board. They are active low. */
public enum Led {

	/** LD1. */
	GREEN("PI9"),
	/** LD2. */
	ORANGE("PI8"),
	/** LD3. */
	RED("PF1"),
	/** LD4. */
	BLUE("PF4");

	private final String pin;

	Led(String pin) {
		this.pin = pin;
	}

	/**
	 * The pin that drives it.
	 *
	 * @return port and number
	 */
	public String pin() {
		return pin;
	}
}
