/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/**
 * Which unpleasant properties of the hardware the board has. Programs that handle them well do not notice a difference.
 *
 * @param uartOverrun      the receiver of the console holds eight bytes; what arrives while the core takes no interrupts is
 *                         lost beyond that, and the reception ends as in ST's driver
 * @param systemFlashFault reading the system flash through the cache is a bus fault, so that the program has to set up the MPU
 *                         first
 */
public record Fidelity(boolean uartOverrun, boolean systemFlashFault) {

	/** A friendly board. */
	public static final Fidelity IDEAL = new Fidelity(false, false);

	/** The board on the desk. */
	public static final Fidelity FAITHFUL = new Fidelity(true, true);
}
