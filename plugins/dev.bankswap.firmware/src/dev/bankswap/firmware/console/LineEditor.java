/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The line reader of the console ({@code uart_readline}). Bytes are characters here: a line is handed over as ISO 8859-1
 * text, so that every byte survives.
 */
final class LineEditor {

	/** A line ends here even without terminator; it then counts as empty, and what follows is a new line. */
	static final int MAX_LINE = 128;

	private static final byte[] PROMPT = { '>', ' ' };

	private static final byte[] LINE_END = { '\r', '\n' };

	private static final byte[] RUB_OUT = { '\b', ' ', '\b' };

	private static final byte[] INTERRUPTED = { '\r', '\n', '>', ' ' };

	private static final int INTERRUPT = 0x03;

	private static final int DELETE = 0x7F;

	private final Consumer<byte[]> echo;

	private final byte[] line = new byte[MAX_LINE];

	private int length;

	private boolean partial;

	private Optional<Consumer<String>> reader = Optional.empty();

	LineEditor(Consumer<byte[]> echo) {
		this.echo = echo;
	}

	/** Prints the prompt and waits for a line; a line that became too long is handed over empty. */
	void read(Consumer<String> consumer) {
		length = 0;
		reader = Optional.of(consumer);
		echo.accept(PROMPT);
		partial = true;
	}

	boolean reading() {
		return reader.isPresent();
	}

	/** What has to be drawn again behind a log line. */
	byte[] redraw() {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		if (partial) {
			text.writeBytes(PROMPT);
			text.write(line, 0, length);
		}
		return text.toByteArray();
	}

	void accept(byte character) {
		switch (character) {
		case '\r':
		case '\n':
		case 0:
			end();
			break;
		case '\b':
		case DELETE:
			rubOut();
			break;
		case INTERRUPT:
			length = 0;
			echo.accept(INTERRUPTED);
			break;
		default:
			store(character);
			break;
		}
	}

	private void end() {
		if (length > 0) {
			echo.accept(LINE_END);
			partial = false;
			deliver(length);
		}
	}

	private void rubOut() {
		if (length > 0) {
			length--;
			echo.accept(RUB_OUT);
		}
	}

	private void store(byte character) {
		echo.accept(new byte[] { character });
		line[length] = character;
		length++;
		if (length == MAX_LINE) {
			deliver(0);
		}
	}

	private void deliver(int characters) {
		Optional<Consumer<String>> waiting = reader;
		reader = Optional.empty();
		String text = new String(line, 0, characters, StandardCharsets.ISO_8859_1);
		waiting.ifPresent(consumer -> consumer.accept(text));
	}
}
