/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** Why a core starts again, with the flags that it then finds in RCC_RSR. Every internal reset drives NRST as well. */
public enum ResetCause {

	/** The supply came up. */
	POWER_ON(ResetCause.BORRSTF | ResetCause.PINRSTF),
	/** The reset button or a debugger pulled NRST. */
	PIN(ResetCause.PINRSTF),
	/** The program asked for it. */
	SOFTWARE(ResetCause.SFTRSTF | ResetCause.PINRSTF),
	/** The independent watchdog was not refreshed in time. */
	WATCHDOG(ResetCause.IWDGRSTF | ResetCause.PINRSTF),
	/** The window watchdog was refreshed too early or too late. */
	WINDOW_WATCHDOG(ResetCause.WWDGRSTF | ResetCause.PINRSTF),
	/** The program entered a low-power mode that the option bytes forbid. */
	LOW_POWER(ResetCause.LPWRRSTF | ResetCause.PINRSTF),
	/** The supply voltage fell too low for a moment; the flags are those of a power-on. */
	BROWN_OUT(ResetCause.BORRSTF | ResetCause.PINRSTF);

	private static final int PINRSTF = 1 << 26;
	private static final int BORRSTF = 1 << 27;
	private static final int SFTRSTF = 1 << 28;
	private static final int IWDGRSTF = 1 << 29;
	private static final int WWDGRSTF = 1 << 30;
	private static final int LPWRRSTF = 1 << 31;

	private final int rsrBits;

	ResetCause(int rsrBits) {
		this.rsrBits = rsrBits;
	}

	/**
	 * The flags of this cause.
	 *
	 * @return bits of RCC_RSR
	 */
	public int rsrBits() {
		return rsrBits;
	}
}
