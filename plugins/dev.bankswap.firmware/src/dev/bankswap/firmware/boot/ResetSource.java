/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.boot;

/** Puts the reset flags of the STM32H5 into the words of the boot log. */
final class ResetSource {

	private static final int PIN = 1 << 26;

	private static final int ALL = 0xFC00_0000;

	/** The order in which the firmware looks at the flags. */
	private enum Flag {
		BOR(27, "BORRSTF: BOR"),
		SOFTWARE(28, "SFTRSTF: software system reset"),
		IWDG(29, "IWDGRSTF: independent watchdog"),
		WWDG(30, "WWDGRSTF: window watchdog"),
		LOW_POWER(31, "LPWRRSTF: Low-power");

		private final int mask;

		private final String text;

		Flag(int bit, String text) {
			this.mask = 1 << bit;
			this.text = text;
		}
	}

	private ResetSource() {
	}

	/** The bits of RCC_RSR that are printed. */
	static int printed(int rsr) {
		return rsr & ALL;
	}

	static String text(int rsr) {
		boolean pin = (rsr & PIN) != 0;
		for (Flag flag : Flag.values()) {
			if ((rsr & flag.mask) != 0) {
				return pin ? flag.text + " with pin reset" : flag.text;
			}
		}
		return pin ? "PINRSTF: pin reset" : "Unknown";
	}
}
