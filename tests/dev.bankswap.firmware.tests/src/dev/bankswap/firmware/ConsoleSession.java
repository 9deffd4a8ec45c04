/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import dev.bankswap.board.Board;

/** A person at the serial terminal, in virtual time. Text is ISO 8859-1, so that every byte is a character. */
public final class ConsoleSession {

	private static final long MS = 1_000_000;

	/** Nothing that a test types takes longer. */
	private static final long PATIENCE_MS = 20_000;

	/** A prompt counts when nothing follows it for this long. */
	private static final long QUIET_MS = 20;

	private final Board board;

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private int read;

	public ConsoleSession(Board board) {
		this.board = board;
		board.uart().addHostListener(received::writeBytes);
	}

	/** Lets simulated time pass. */
	public ConsoleSession run(long ms) {
		board.scheduler().runUntil(board.scheduler().now() + ms * MS);
		return this;
	}

	/** Sends text as it is. */
	public ConsoleSession type(String text) {
		board.uart().hostWrite(text.getBytes(StandardCharsets.ISO_8859_1));
		return this;
	}

	/** Everything that the device sent since the last call. */
	public String read() {
		String all = received.toString(StandardCharsets.ISO_8859_1);
		String news = all.substring(read);
		read = all.length();
		return news;
	}

	/** Everything that the device ever sent. */
	public String all() {
		return received.toString(StandardCharsets.ISO_8859_1);
	}

	/** Runs until the console shows a prompt and nothing else happens for a moment. */
	public ConsoleSession untilPrompt() {
		long limit = board.scheduler().now() + PATIENCE_MS * MS;
		do {
			run(QUIET_MS);
			if (board.scheduler().now() > limit) {
				throw new AssertionError("No prompt within " + PATIENCE_MS + " ms:\n" + all());
			}
		} while (!quietPrompt());
		return this;
	}

	/** Types a command and Enter, waits for the next prompt, and returns what came between echo and prompt. */
	public String command(String line) {
		read();
		type(line + "\r").untilPrompt();
		String answer = read();
		String echo = line + "\r\n";
		if (!answer.startsWith(echo) || !answer.endsWith("> ")) {
			throw new AssertionError("Not an echo, an answer and a prompt: " + answer);
		}
		return answer.substring(echo.length(), answer.length() - "> ".length());
	}

	private boolean quietPrompt() {
		int before = received.size();
		boolean prompt = all().endsWith("> ") && before > read;
		run(QUIET_MS);
		return prompt && received.size() == before;
	}
}
