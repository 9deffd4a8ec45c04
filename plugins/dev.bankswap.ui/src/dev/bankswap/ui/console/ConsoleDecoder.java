/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Splits a device's bytes into text and the few controls that its firmware uses: CR, LF, BS, {@code ESC [ K} and
 * {@code ESC [ 2 J}. Every other control and escape sequence is swallowed; bytes that are no UTF-8 become U+FFFD. Portions may
 * end anywhere, also inside a character or a sequence.
 */
final class ConsoleDecoder {

	/** What the decoded input is applied to. */
	interface Screen {
		void put(char c);

		void newLine();

		void carriageReturn();

		void backspace();

		void eraseToEndOfLine();

		void eraseScreen();
	}

	private enum State {
		TEXT, ESCAPE, SEQUENCE
	}

	private static final char ESC = 0x1B;

	private static final int MAX_SEQUENCE = 32;

	private final Screen screen;

	private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
			.onUnmappableCharacter(CodingErrorAction.REPLACE);

	private final StringBuilder parameters = new StringBuilder();

	private State state = State.TEXT;

	private byte[] rest = new byte[0];

	ConsoleDecoder(Screen screen) {
		this.screen = screen;
	}

	void decode(byte[] bytes) {
		ByteBuffer in = ByteBuffer.allocate(rest.length + bytes.length).put(rest).put(bytes).flip();
		CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
		utf8.decode(in, out, false);
		rest = new byte[in.remaining()];
		in.get(rest);
		out.flip();
		while (out.hasRemaining()) {
			accept(out.get());
		}
	}

	private void accept(char c) {
		switch (state) {
		case ESCAPE:
			state = c == '[' ? State.SEQUENCE : State.TEXT;
			parameters.setLength(0);
			break;
		case SEQUENCE:
			sequence(c);
			break;
		case TEXT:
		default:
			text(c);
			break;
		}
	}

	private void text(char c) {
		switch (c) {
		case '\r' -> screen.carriageReturn();
		case '\n' -> screen.newLine();
		case '\b' -> screen.backspace();
		case ESC -> state = State.ESCAPE;
		case '\t' -> screen.put(c);
		default -> {
			if (!Character.isISOControl(c)) {
				screen.put(c);
			}
		}
		}
	}

	private void sequence(char c) {
		if (c < '@' && parameters.length() < MAX_SEQUENCE) {
			parameters.append(c);
			return;
		}
		state = State.TEXT;
		if (c == 'K' && (parameters.length() == 0 || "0".contentEquals(parameters))) { //$NON-NLS-1$
			screen.eraseToEndOfLine();
		} else if (c == 'J' && "2".contentEquals(parameters)) { //$NON-NLS-1$
			screen.eraseScreen();
		}
	}
}
