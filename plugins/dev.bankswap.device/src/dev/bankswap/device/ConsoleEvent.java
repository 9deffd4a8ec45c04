/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

/** What the {@link ConsoleParser} found, as values that can wait in a queue. */
sealed interface ConsoleEvent {
	/** The device waits for input. */
	record Prompt() implements ConsoleEvent {
	}

	/**
	 * The device took a line of input.
	 *
	 * @param typed the line; it may be secret
	 */
	record Echo(String typed) implements ConsoleEvent {
		@Override
		public String toString() {
			return "Echo";
		}
	}

	/**
	 * A command printed a line.
	 *
	 * @param line the line
	 */
	record Answer(String line) implements ConsoleEvent {
		@Override
		public String toString() {
			return "Answer";
		}
	}

	/**
	 * The device logged a line.
	 *
	 * @param entry the line
	 */
	record Log(LogRecord entry) implements ConsoleEvent {
	}

	/**
	 * The line was closed or its far end vanished.
	 *
	 * @param reason what happened
	 */
	record Gone(SerialException reason) implements ConsoleEvent {
	}
}
