/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** The program that the core executes: a model of what the image in the active bank does. */
public interface Firmware {

	/**
	 * Called by the reset handler, on the CPU. Everything from an earlier boot is gone except the contents of the flashes.
	 *
	 * @param board      the hardware to run on
	 * @param resetFlags the register RCC_RSR, which this call clears
	 */
	void boot(Board board, int resetFlags);
}
