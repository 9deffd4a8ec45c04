/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.function.Consumer;

/** What a command can do with the console. Text is ISO 8859-1: one character a byte. */
interface Terminal {

	/**
	 * Writes text.
	 *
	 * @param text what to write; lines end with CR LF
	 */
	void print(String text);

	/**
	 * Prompts for a line.
	 *
	 * @param consumer gets the line, empty if it was too long
	 */
	void readLine(Consumer<String> consumer);

	/**
	 * Keeps the CLI task busy.
	 *
	 * @param ms   for how long
	 * @param then what happens afterwards
	 */
	void pause(long ms, Runnable then);

	/**
	 * Writes a line.
	 *
	 * @param text the line without its end
	 */
	default void println(String text) {
		print(text + "\r\n");
	}
}
