/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import java.util.Optional;

import dev.bankswap.ui.theme.ThemeColour;

/** What kind of line a console line is; read from its beginning, which the firmware always prints in clear text. */
public enum LogLevel {
	/** {@code <ERR>}. */
	ERROR("<ERR>", ThemeColour.LOG_ERROR), //$NON-NLS-1$
	/** {@code <ASR>}, a failed assertion. */
	ASSERTION("<ASR>", ThemeColour.LOG_ERROR), //$NON-NLS-1$
	/** {@code <WRN>}. */
	WARNING("<WRN>", ThemeColour.LOG_WARNING), //$NON-NLS-1$
	/** {@code <DBG>}. */
	DEBUG("<DBG>", ThemeColour.LOG_DEBUG), //$NON-NLS-1$
	/** {@code <SYS>}. */
	SYSTEM("<SYS>", ThemeColour.LOG_SYSTEM), //$NON-NLS-1$
	/** The prompt and the text typed at it. */
	PROMPT("> ", ThemeColour.LOG_PROMPT); //$NON-NLS-1$

	private static final LogLevel[] ALL = values();

	private final String prefix;

	private final ThemeColour colour;

	LogLevel(String prefix, ThemeColour colour) {
		this.prefix = prefix;
		this.colour = colour;
	}

	/**
	 * Returns the colour of such lines. The level is never told by colour alone: its text is there as well.
	 *
	 * @return the colour
	 */
	public ThemeColour colour() {
		return colour;
	}

	/**
	 * Classifies a line.
	 *
	 * @param line a console line
	 * @return its level; empty for {@code <INF>} and for output that is no log line, both shown in the normal colour
	 */
	public static Optional<LogLevel> of(String line) {
		for (LogLevel level : ALL) {
			if (line.startsWith(level.prefix)) {
				return Optional.of(level);
			}
		}
		return Optional.empty();
	}
}
