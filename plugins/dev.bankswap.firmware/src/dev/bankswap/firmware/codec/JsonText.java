/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.codec;

import java.util.Optional;

/**
 * Looks values up in a JSON text without building a tree, as coreJSON does: the whole text must be valid once, then paths are
 * searched in the text itself, the first match wins, and strings are returned as they are written, escapes included.
 */
public final class JsonText {

	private static final int MAX_DEPTH = 32;
	private static final String WHITE_SPACE = " \t\r\n";
	private static final String ESCAPED = "\"\\/bfnrtu";

	private final String text;

	private int at;

	/**
	 * Takes a text, which need not be valid.
	 *
	 * @param text the text
	 */
	public JsonText(String text) {
		this.text = text;
	}

	/**
	 * A value found in a text.
	 *
	 * @param text   its characters, without the quotes if it is a string
	 * @param string whether it is a string
	 */
	public record Value(String text, boolean string) {

		/**
		 * Tells whether the value is an object.
		 *
		 * @return true if it is
		 */
		public boolean object() {
			return !string && text.startsWith("{");
		}

		/**
		 * Tells whether the value is an array.
		 *
		 * @return true if it is
		 */
		public boolean array() {
			return !string && text.startsWith("[");
		}
	}

	/**
	 * Tells whether the text is one valid JSON object or array and nothing else.
	 *
	 * @return true if it is
	 */
	public boolean valid() {
		at = 0;
		skipSpace();
		if (!next('{') && !next('[') || !value(0)) {
			return false;
		}
		skipSpace();
		return at == text.length();
	}

	/**
	 * Finds the value of a path of keys.
	 *
	 * @param path the keys, separated by dots
	 * @return the first match, or empty
	 */
	public Optional<Value> search(String path) {
		Optional<Value> found = Optional.of(new Value(text.strip(), false));
		for (String key : path.split("\\.")) {
			found = found.filter(Value::object).flatMap(each -> new JsonText(each.text()).member(key));
		}
		return found;
	}

	private Optional<Value> member(String key) {
		at = 1;
		skipSpace();
		while (at < text.length() && text.charAt(at) == '"') {
			int start = at;
			boolean wellFormed = string() && text.substring(start + 1, at - 1).equals(key);
			boolean match = wellFormed;
			skipSpace();
			if (!take(':')) {
				return Optional.empty();
			}
			skipSpace();
			int from = at;
			if (!value(0)) {
				return Optional.empty();
			}
			if (match) {
				return Optional.of(slice(from, at));
			}
			skipSpace();
			take(',');
			skipSpace();
		}
		return Optional.empty();
	}

	private Value slice(int from, int to) {
		boolean string = text.charAt(from) == '"';
		return string ? new Value(text.substring(from + 1, to - 1), true) : new Value(text.substring(from, to), false);
	}

	private boolean value(int depth) {
		if (at >= text.length() || depth > MAX_DEPTH) {
			return false;
		}
		return switch (text.charAt(at)) {
		case '{' -> container('}', depth, true);
		case '[' -> container(']', depth, false);
		case '"' -> string();
		case 't' -> literal("true");
		case 'f' -> literal("false");
		case 'n' -> literal("null");
		default -> number();
		};
	}

	private boolean container(char end, int depth, boolean keys) {
		at++;
		skipSpace();
		if (take(end)) {
			return true;
		}
		do {
			skipSpace();
			if (keys && !key() || !value(depth + 1)) {
				return false;
			}
			skipSpace();
		} while (take(','));
		return take(end);
	}

	private boolean key() {
		if (!next('"') || !string()) {
			return false;
		}
		skipSpace();
		boolean colon = take(':');
		skipSpace();
		return colon;
	}

	private boolean string() {
		at++;
		while (at < text.length()) {
			char c = text.charAt(at++);
			if (c == '"') {
				return true;
			}
			if (c < ' ' || c == '\\' && !escape()) {
				return false;
			}
		}
		return false;
	}

	private boolean escape() {
		if (at >= text.length()) {
			return false;
		}
		char c = text.charAt(at++);
		return c == 'u' ? hexDigits() : ESCAPED.indexOf(c) >= 0;
	}

	private boolean hexDigits() {
		int end = at + 4;
		while (at < end) {
			if (at >= text.length() || Character.digit(text.charAt(at), 16) < 0) {
				return false;
			}
			at++;
		}
		return true;
	}

	private boolean literal(String word) {
		boolean match = text.startsWith(word, at);
		at += match ? word.length() : 0;
		return match;
	}

	private boolean number() {
		take('-');
		int start = at;
		boolean whole = digits();
		boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
		boolean fraction = !take('.') || digits();
		boolean exponent = true;
		if (take('e') || take('E')) {
			if (!take('+')) {
				take('-');
			}
			exponent = digits();
		}
		return whole && !leadingZero && fraction && exponent;
	}

	private boolean digits() {
		int start = at;
		while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
			at++;
		}
		return at > start;
	}

	private boolean next(char c) {
		return at < text.length() && text.charAt(at) == c;
	}

	private boolean take(char c) {
		boolean match = next(c);
		at += match ? 1 : 0;
		return match;
	}

	private void skipSpace() {
		while (at < text.length() && WHITE_SPACE.indexOf(text.charAt(at)) >= 0) {
			at++;
		}
	}
}
