/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

/** Takes what the {@link ConsoleParser} found in the bytes of a console, in the order in which the device sent it. */
public interface ConsoleListener {
	/**
	 * The device printed a line of its log.
	 *
	 * @param entry the line
	 */
	default void log(LogRecord entry) {
		// not every listener wants the log
	}

	/** The device printed its prompt and waits for input. Printed again after each log line that lands on the input line. */
	default void prompt() {
		// not every listener wants the prompts
	}

	/**
	 * The device took a line of input.
	 *
	 * @param typed the line as the device read it, without the prompt; may hold secrets, so do not store it
	 */
	default void echo(String typed) {
		// not every listener wants the echo
	}

	/**
	 * A command printed a line.
	 *
	 * @param line the line without its end
	 */
	default void answer(String line) {
		// not every listener wants the answers
	}
}
