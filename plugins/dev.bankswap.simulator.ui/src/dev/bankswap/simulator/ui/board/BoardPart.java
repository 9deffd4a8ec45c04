/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

/** The parts of the drawing, in reading order. The arrow keys go through them, and a screen reader sees one item for each. */
enum BoardPart {
	/** Physical bank 1. */
	BANK_1,
	/** Physical bank 2. */
	BANK_2,
	/** The option byte that decides which bank is mapped low. */
	OPTION_BYTES,
	/** The firmware's OTA agent and its platform layer. */
	OTA,
	/** Power, clock, link and lamps. */
	BOARD
}
