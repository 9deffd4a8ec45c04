/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;

/** A command of the CLI. */
interface Command {

	/**
	 * Returns the word that calls it.
	 *
	 * @return the name
	 */
	String name();

	/**
	 * Returns its help text, ready to be printed.
	 *
	 * @return lines that end with CR LF; a blank line is one more LF
	 */
	String help();

	/**
	 * Runs it.
	 *
	 * @param words    the words of the line, the first is the name
	 * @param terminal where it reads and writes
	 * @param done     to be called once when the command has ended
	 */
	void execute(List<String> words, Terminal terminal, Runnable done);
}
