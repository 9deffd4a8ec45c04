/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/**
 * How long the hardware takes, in nanoseconds; nothing takes less than zero.
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
	private static final int CONSOLE_BAUD = 115_200;

	/**
	 * The board on the desk. Where the numbers come from:
	 * <ul>
	 * <li>quad-word 50 µs: within the 30 to 100 µs of the project's firmware reference, section 2.2; to be compared with the
	 * data sheet DS14258</li>
	 * <li>sector erase 2 ms: the typical value named there, with the same reservation</li>
	 * <li>bank erase 300 ms: within the 0.2 to 0.5 s named there, and the value of the timing model in section 10</li>
	 * <li>option bytes 5 ms: an assumption, about two sector erases; nothing depends on it but the time stamps of the log</li>
	 * <li>NOR page 1 ms: the firmware's driver waits one tick of 1 ms, in which the chip has long finished</li>
	 * <li>NOR sector 25 ms: an assumption, the usual typical value for Macronix NOR of this generation; to be compared with
	 * the data sheet of the MX25LM51245G</li>
	 * <li>115200 baud: the configuration of USART1 in the firmware</li>
	 * <li>reset 100 ms: section 10, from the reset to the line about the hardware initialisation</li>
	 * </ul>
	 *
	 * @return typical durations
	 */
	public static TimingProfile typical() {
		return new TimingProfile(50 * MICROSECOND, 2 * MILLISECOND, 300 * MILLISECOND, 5 * MILLISECOND, MILLISECOND,
				25 * MILLISECOND, CONSOLE_BAUD, 100 * MILLISECOND);
	}

	/**
	 * A worn board: the upper ends. Quad-word and bank erase from the ranges named at {@link #typical()}, the sector erase
	 * from the limit of 5 ms in the same section, the NOR's sector from the maximum of 400 ms in ST's driver of the chip;
	 * NOR page, option bytes and reset are twice the typical ones.
	 *
	 * @return long durations
	 */
	public static TimingProfile slow() {
		return new TimingProfile(100 * MICROSECOND, 5 * MILLISECOND, 500 * MILLISECOND, 10 * MILLISECOND, 2 * MILLISECOND,
				400 * MILLISECOND, CONSOLE_BAUD, 200 * MILLISECOND);
	}

	/**
	 * Hardware that takes no time at all, for tests that are about something else.
	 *
	 * @return zeros
	 */
	public static TimingProfile ideal() {
		return new TimingProfile(0, 0, 0, 0, 0, 0, 0, 0);
	}
}
