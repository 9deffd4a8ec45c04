/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Optional;

/**
 * A text with the wildcards {@code *} and {@code ?}. The MQTT wildcards are ordinary characters here.
 */
final class PolicyPattern {

	/** Stand for the wildcards after resolution, so that a wildcard in a client id stays an ordinary character. */
	private static final char ANY_TEXT = '\uE000';

	private static final char ANY_CHARACTER = '\uE001';

	private final String pattern;

	private PolicyPattern(String pattern) {
		this.pattern = pattern;
	}

	static PolicyPattern of(String text) {
		return new PolicyPattern(wildcards(text));
	}

	/**
	 * Replaces policy variables.
	 *
	 * @param text the text of the policy
	 * @param connection who asks
	 * @return the pattern, or nothing if a variable has no value: such a resource fits nothing
	 */
	static Optional<PolicyPattern> resolved(String text, ConnectionContext connection) {
		StringBuilder result = new StringBuilder();
		int position = 0;
		while (true) {
			int start = text.indexOf("${", position);
			int end = start < 0 ? -1 : text.indexOf('}', start);
			if (end < 0) {
				return Optional.of(new PolicyPattern(result.append(wildcards(text.substring(position))).toString()));
			}
			Optional<String> value = PolicyVariables.value(text.substring(start + 2, end), connection);
			if (value.isEmpty()) {
				return Optional.empty();
			}
			result.append(wildcards(text.substring(position, start))).append(value.get());
			position = end + 1;
		}
	}

	private static String wildcards(String text) {
		return text.replace('*', ANY_TEXT).replace('?', ANY_CHARACTER);
	}

	boolean matches(String text) {
		int p = 0;
		int t = 0;
		int lastStar = -1;
		int resume = 0;
		// on a mismatch the last star takes one character more; no earlier star has to be reconsidered
		while (t < text.length()) {
			char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
			if (p < pattern.length() && wanted == ANY_TEXT) {
				lastStar = p++;
				resume = t;
			} else if (p < pattern.length() && (wanted == ANY_CHARACTER || wanted == text.charAt(t))) {
				p++;
				t++;
			} else if (lastStar >= 0) {
				p = lastStar + 1;
				t = ++resume;
			} else {
				return false;
			}
		}
		while (p < pattern.length() && pattern.charAt(p) == ANY_TEXT) {
			p++;
		}
		return p == pattern.length();
	}
}
