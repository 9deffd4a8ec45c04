/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import java.util.List;

/**
 * A part of a console's lines. Lines are counted from the first byte that the device ever sent, so a number
 * keeps naming the same line when older ones are dropped.
 *
 * @param first number of the oldest line that is still kept
 * @param from  number of the first line in {@code lines}
 * @param lines the lines from there on; if they reach the end, the last one is the line that is being written
 * @param total number of the line after the one that is being written
 */
public record ConsoleSlice(long first, long from, List<String> lines, long total) {

	/**
	 * Returns the number of the line after the last one of this slice.
	 *
	 * @return the number
	 */
	public long end() {
		return from + lines.size();
	}

	/**
	 * Tells whether this slice reaches the line that is being written.
	 *
	 * @return whether there was nothing after it
	 */
	public boolean complete() {
		return end() == total;
	}
}
