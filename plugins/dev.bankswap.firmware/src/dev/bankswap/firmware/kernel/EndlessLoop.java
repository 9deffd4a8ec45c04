/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

/**
 * Ends the running work for good, because the C code that it mirrors loops for ever: a failed assertion, a fault handler.
 * From then on tasks of lower priority starve, until the watchdog resets the core. The kernel catches it where it called
 * the work; nothing else may. (A system reset needs no such thing: the board does not return from it.)
 */
public final class EndlessLoop extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 *
	 * @param reason why the task loops, for a debugger
	 */
	public EndlessLoop(String reason) {
		super(reason, null, false, false);
	}
}
