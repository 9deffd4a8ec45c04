/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/**
 * How long the hardware takes, in nanoseconds.
 *
 * @param quadWord       program a quad-word of the internal flash
 * @param sectorErase    erase a sector of the internal flash
 * @param bankErase      erase a bank of the internal flash
 * @param optionBytes    write the option bytes
 * @param norPageProgram program a page of the external NOR, with what the driver waits for it
 * @param norSectorErase erase a sector of the external NOR, with what the driver waits for it
 * @param baud           bits per second of the console UART; 0 is a wire without delay
 * @param reset          from the end of a reset to the first line of the program
 */
public record TimingProfile(long quadWord, long sectorErase, long bankErase, long optionBytes, long norPageProgram,
		long norSectorErase, int baud, long reset) {

	private static final long MICROSECOND = 1_000;
	private static final long MILLISECOND = 1_000_000;

	/**
	 * The board on the desk.
	 *
	 * @return typical durations
	 */
	public static TimingProfile typical() {
		return new TimingProfile(50 * MICROSECOND, 2 * MILLISECOND, 300 * MILLISECOND, 5 * MILLISECOND, MILLISECOND,
				25 * MILLISECOND, 115_200, 100 * MILLISECOND);
	}

	/**
	 * Hardware that takes no time at all.
	 *
	 * @return zeros
	 */
	public static TimingProfile ideal() {
		return new TimingProfile(0, 0, 0, 0, 0, 0, 0, 0);
	}
}
