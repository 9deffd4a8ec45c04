/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the byte stream of a device's console apart into log lines, prompts, echoed input and answers of commands.
 * <p>
 * The device writes all four to one UART. Its log lines can land anywhere: on the input line, which it then erases
 * ({@code CR ESC [K}) and draws again behind the log line, or between any two bytes of an answer, which then simply goes on on the next
 * line. So the parser keeps the line of a terminal that knows CR, LF, BS and {@code ESC [K}, takes a log line out of it wherever it begins,
 * and keeps what stood before. Chunks may be cut at any byte. Bytes are read as UTF-8; broken ones become replacement characters.
 * Not safe for use by several threads.
 */
public final class ConsoleParser {
	/** Longer than any line of the firmware except those of {@code rngtest}, which may be handed on in pieces. */
	static final int MAX_LINE = 1 << 16;
	private static final int MAX_ESCAPE = 16;
	private static final byte[] PROMPT = { '>', ' ' };
	/** What commands print last without ending the line, so that the next prompt follows on the same line. */
	private static final List<byte[]> UNENDED = List.of(ascii("ERROR: Failed to parse public key."), ascii("Resetting device."),
			ascii("An unknown error occurred."), ascii("Error: Not enough memory to complete the operation"));

	private enum State {
		TEXT, AFTER_CR, ESCAPE, ESCAPE_SEQUENCE
	}

	private final ConsoleListener listener;
	private byte[] line = new byte[256];
	private int length;
	private State state = State.TEXT;
	private boolean crBeforeEscape;
	private int escapeLength;
	private boolean promptSeen;

	/**
	 * Makes a parser at the beginning of a line.
	 *
	 * @param listener takes what is found, on the thread that calls {@link #accept(byte[])}
	 */
	public ConsoleParser(ConsoleListener listener) {
		this.listener = listener;
	}

	/**
	 * Reads the next bytes.
	 *
	 * @param data what arrived
	 */
	public void accept(byte[] data) {
		accept(data, 0, data.length);
	}

	/**
	 * Reads the next bytes.
	 *
	 * @param data holds what arrived
	 * @param offset the first byte
	 * @param count how many
	 */
	public void accept(byte[] data, int offset, int count) {
		int end = offset + count;
		int pos = offset;
		while (pos < end) {
			if (state == State.TEXT) {
				int run = pos;
				while (run < end && isText(data[run])) {
					run++;
				}
				append(data, pos, run);
				pos = run;
			}
			if (pos < end) {
				special(data[pos]);
				pos++;
			}
		}
	}

	/**
	 * Shows the line that is not yet complete.
	 *
	 * @return what a terminal would show on its last line
	 */
	public String pending() {
		return text(0, length);
	}

	private static boolean isText(byte b) {
		return b < 0 || b >= ' ' || b == '\t';
	}

	private void append(byte[] data, int from, int to) {
		int pos = from;
		while (pos < to) {
			if (length == MAX_LINE) {
				endOfLine();
			}
			int piece = Math.min(to - pos, MAX_LINE - length);
			if (length + piece > line.length) {
				line = Arrays.copyOf(line, Math.min(MAX_LINE, Math.max(line.length * 2, length + piece)));
			}
			System.arraycopy(data, pos, line, length, piece);
			length += piece;
			pos += piece;
		}
		lookForPrompt();
	}

	private void special(byte b) {
		switch (state) {
		case AFTER_CR -> afterCr(b);
		case ESCAPE -> {
			state = b == '[' ? State.ESCAPE_SEQUENCE : State.TEXT;
			escapeLength = 0;
		}
		case ESCAPE_SEQUENCE -> escapeSequence(b);
		default -> control(b);
		}
	}

	private void afterCr(byte b) {
		if (b == 0x1B) {
			crBeforeEscape = true;
			state = State.ESCAPE;
			return;
		}
		if (b == '\r') {
			return;
		}
		state = State.TEXT;
		endOfLine();
		if (b != '\n') {
			// a lone CR: the LF was lost on the wire, or the far end ends its lines so
			control(b);
		}
	}

	private void control(byte b) {
		switch (b) {
		case '\r' -> state = State.AFTER_CR;
		case '\n' -> endOfLine();
		case 0x1B -> {
			crBeforeEscape = false;
			state = State.ESCAPE;
		}
		case 0x08, 0x7F -> length = Math.max(promptSeen ? PROMPT.length : 0, length - 1);
		default -> {
			if (isText(b)) {
				append(new byte[] { b }, 0, 1);
			}
			// the rest is invisible on a terminal too, for instance the NUL that follows the public key's label
		}
		}
	}

	private void escapeSequence(byte b) {
		escapeLength++;
		boolean last = b >= 0x40 && b <= 0x7E;
		if (last && b == 'K' && crBeforeEscape) {
			length = 0;
			promptSeen = false;
		}
		if (last || escapeLength > MAX_ESCAPE || b < ' ') {
			state = State.TEXT;
			if (b < ' ') {
				control(b);
			}
		}
	}

	private void lookForPrompt() {
		if (promptSeen || length < PROMPT.length) {
			return;
		}
		for (byte[] unended : UNENDED) {
			if (length >= unended.length + PROMPT.length && startsWith(0, unended) && startsWith(unended.length, PROMPT)) {
				listener.answer(text(0, unended.length));
				dropFront(unended.length);
			}
		}
		if (startsWith(0, PROMPT)) {
			promptSeen = true;
			listener.prompt();
		}
	}

	private void endOfLine() {
		int start = LogLineParser.find(line, 0, length);
		if (start >= 0) {
			logLine(start);
			return;
		}
		if (promptSeen) {
			listener.echo(text(PROMPT.length, length));
		} else {
			listener.answer(text(0, length));
		}
		length = 0;
		promptSeen = false;
	}

	/** Hands on the log line that begins at a position; what stood before it is an answer or an input that goes on on the next line. */
	private void logLine(int first) {
		int start = first;
		while (start < length) {
			int next = LogLineParser.find(line, start + 1, length);
			int end = next < 0 ? length : next;
			LogLineParser.parse(text(start, end)).ifPresent(listener::log);
			start = end;
		}
		length = first;
	}

	private boolean startsWith(int at, byte[] what) {
		return length >= at + what.length && Arrays.equals(line, at, at + what.length, what, 0, what.length);
	}

	private void dropFront(int count) {
		System.arraycopy(line, count, line, 0, length - count);
		length -= count;
	}

	private String text(int from, int to) {
		return new String(line, from, to - from, StandardCharsets.UTF_8);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
