/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.log;

/** The level of a log line, named by the three characters that the line shows. */
public enum Level {

	/** Error. */
	ERR,
	/** Warning. */
	WRN,
	/** Information. */
	INF,
	/** Debugging aid. */
	DBG,
	/** System message, always compiled in. */
	SYS,
	/** Failed assertion; the firmware's {@code ASRT}, cut to three characters. */
	ASR
}
