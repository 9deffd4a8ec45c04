/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats.dump;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The little of JSON that a file of settings needs: one object whose values are numbers without sign and fraction or texts
 * without escapes. Everything else is refused.
 */
final class FlatJson {

	private static final int MAX_DIGITS = 9;

	private final String text;
	private int position;

	/** Says what is wrong with the text. */
	static final class Malformed extends Exception {

		private static final long serialVersionUID = 1L;

		Malformed(String message) {
			super(message);
		}
	}

	private FlatJson(String text) {
		this.text = text;
	}

	/** Tells the members of the object in their order, values as text. */
	static Map<String, String> parse(String text) throws Malformed {
		return new FlatJson(text).object();
	}

	private Map<String, String> object() throws Malformed {
		Map<String, String> members = new LinkedHashMap<>();
		expect('{');
		boolean more = peek() != '}';
		while (more) {
			String key = string();
			expect(':');
			if (members.containsKey(key)) {
				throw new Malformed("\"" + key + "\" is there twice");
			}
			members.put(key, value());
			more = peek() == ',';
			if (more) {
				expect(',');
			}
		}
		expect('}');
		if (peek() != 0) {
			throw new Malformed("something follows the object");
		}
		return members;
	}

	private String value() throws Malformed {
		if (peek() == '"') {
			return string();
		}
		int start = position;
		while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
			position++;
		}
		if (position == start || position - start > MAX_DIGITS) {
			throw new Malformed("at character " + (start + 1) + " neither a text nor a small number");
		}
		return text.substring(start, position);
	}

	private String string() throws Malformed {
		expect('"');
		int start = position;
		while (position < text.length() && text.charAt(position) != '"') {
			char c = text.charAt(position);
			if (c < ' ' || c > '~' || c == '\\') {
				throw new Malformed("at character " + (position + 1) + " one that is not allowed in a text");
			}
			position++;
		}
		String found = text.substring(start, position);
		expect('"');
		return found;
	}

	private void expect(char wanted) throws Malformed {
		if (peek() != wanted) {
			throw new Malformed("at character " + (position + 1) + " not the expected " + wanted);
		}
		position++;
	}

	/** The next character that is no white space, 0 at the end. */
	private char peek() {
		while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
			position++;
		}
		return position < text.length() ? text.charAt(position) : 0;
	}
}
