/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.util.Optional;

/** The level tags of the firmware's log lines, the most urgent first. */
public enum LogLevel {
	/** A failed assertion ({@code ASRT}, cut to three characters by the firmware). */
	ASR,
	/** An error. */
	ERR,
	/** A warning. */
	WRN,
	/** A message of the kernel. */
	KRN,
	/** A message of the system: resets and the like; cannot be switched off. */
	SYS,
	/** Information. */
	INF,
	/** A detail for developers. */
	DBG;

	/**
	 * Finds the level of a tag.
	 *
	 * @param tag three characters as they stand between the angle brackets
	 * @return the level, or nothing if the firmware has no such level
	 */
	public static Optional<LogLevel> ofTag(String tag) {
		for (LogLevel level : values()) {
			if (level.name().equals(tag)) {
				return Optional.of(level);
			}
		}
		return Optional.empty();
	}
}
