/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

/** Brings help texts into the form that the firmware prints. */
final class HelpText {

	private HelpText() {
	}

	/**
	 * Converts a text block: lines end with CR LF, a blank line is one more LF behind that, and so is the end of the text.
	 */
	static String of(String block) {
		StringBuilder text = new StringBuilder();
		for (String line : block.split("\n")) {
			text.append(line).append(line.isEmpty() ? "\n" : "\r\n");
		}
		return text.append('\n').toString();
	}
}
