/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

/** The firmware accesses memory that it must not: the core ends in its fault handler until the watchdog resets it. */
final class HardFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	HardFault(String where) {
		super(where);
	}
}
