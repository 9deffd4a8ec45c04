/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

/**
 * One line of the device's log. The line may have been cut by the device when its queue was full: then the source is missing, and the
 * text may end anywhere.
 *
 * @param level how urgent it is
 * @param tick milliseconds since the scheduler started; may wrap, so never sort by it
 * @param task name of the task that logged, without padding; {@code None} before the scheduler runs
 * @param text the message
 * @param file base name of the source file, or an empty text if the line was cut
 * @param line line in the source file, or 0 if the line was cut
 */
public record LogRecord(LogLevel level, long tick, String task, String text, String file, int line) {
	/**
	 * Tells whether the line came with its source, which is the last thing on it.
	 *
	 * @return whether the device did not cut the line
	 */
	public boolean complete() {
		return !file.isEmpty();
	}

	/** Writes the line the way the device does. */
	@Override
	public String toString() {
		String source = complete() ? " (" + file + ":" + line + ")" : "";
		return String.format("<%s> %8d [%-10s] %s%s", level, tick, task, text, source);
	}
}
