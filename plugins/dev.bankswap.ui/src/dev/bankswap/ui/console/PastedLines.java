/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import java.util.List;

/** Tells a pasted line, with which a user goes on typing, from a pasted block, which goes to the device as it is. */
public final class PastedLines {

	private PastedLines() {
	}

	/**
	 * Splits what was pasted.
	 *
	 * @param pasted the text, with any line ends
	 * @return its lines without their ends; an end after the last line does not begin another one
	 */
	public static List<String> of(String pasted) {
		return pasted.lines().toList();
	}

	/**
	 * Tells whether a text has a line end, also after its only line.
	 *
	 * @param text the text
	 * @return whether it cannot stand in an input field as it is
	 */
	public static boolean hasLineEnd(String text) {
		return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
	}
}
