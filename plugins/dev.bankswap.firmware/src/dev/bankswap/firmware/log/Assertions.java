/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.log;

import dev.bankswap.firmware.kernel.EndlessLoop;

/** The two kinds of assertion: {@code configASSERT}, after which the watchdog resets the board, and the non-fatal one. */
public final class Assertions {

	private final Logger log;

	/**
	 * Creates the assertions of one boot.
	 *
	 * @param log where a failed one is reported
	 */
	public Assertions(Logger log) {
		this.log = log;
	}

	/**
	 * A fatal assertion failed. The waiting log lines are sent, then the assertion's own, and the task loops for ever.
	 *
	 * @param file C source file of the assertion
	 * @param line line number
	 * @return never; declared so that a caller can write {@code throw fatal(...)}
	 */
	public EndlessLoop fatal(String file, int line) {
		log.dyingGasp();
		log.log(Level.ASR, file, line, "Assertion failed.");
		log.dyingGasp();
		throw new EndlessLoop("Assertion failed at " + file + ':' + line);
	}

	/**
	 * A non-fatal assertion failed: it is logged and nothing else happens.
	 *
	 * @param file C source file of the assertion
	 * @param line line number
	 */
	public void nonFatal(String file, int line) {
		log.log(Level.ASR, file, line, "Non-fatal assertion failed.");
	}
}
