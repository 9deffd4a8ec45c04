/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.rest;

import java.util.List;
import java.util.regex.Pattern;

import dev.bankswap.cloud.service.ServiceException;

/** What the service model demands of a text. */
public final class TextRule {

	/** Any text. */
	public static final TextRule ANY = length(0, Integer.MAX_VALUE);

	/** Any text but the empty one. */
	public static final TextRule NOT_EMPTY = length(1, Integer.MAX_VALUE);

	/** The ARN of a role. */
	public static final TextRule ROLE_ARN = length(20, 2048);

	private static final int SHOWN = 256;

	private final int min;

	private final int max;

	private final Pattern pattern;

	private final List<String> allowed;

	private TextRule(int min, int max, Pattern pattern, List<String> allowed) {
		this.min = min;
		this.max = max;
		this.pattern = pattern;
		this.allowed = allowed;
	}

	/**
	 * A text of a length.
	 *
	 * @param min its least length
	 * @param max its greatest length
	 * @return the rule
	 */
	public static TextRule length(int min, int max) {
		return pattern(min, max, "[\\s\\S]*");
	}

	/**
	 * A text of a length and a form.
	 *
	 * @param min   its least length
	 * @param max   its greatest length
	 * @param regex what the whole text matches
	 * @return the rule
	 */
	public static TextRule pattern(int min, int max, String regex) {
		return new TextRule(min, max, Pattern.compile(regex), List.of());
	}

	/**
	 * One of several words.
	 *
	 * @param words the words
	 * @return the rule
	 */
	public static TextRule oneOf(String... words) {
		return new TextRule(0, Integer.MAX_VALUE, Pattern.compile("[\\s\\S]*"), List.of(words));
	}

	/**
	 * Checks a text.
	 *
	 * @param member    what the model calls it
	 * @param value     the text
	 * @param errorCode the code of the error for a wrong one
	 * @return the text
	 * @throws ServiceException if it breaks the rule
	 */
	public String check(String member, String value, String errorCode) {
		if (value.length() < min) {
			throw violation(member, value, errorCode, "Member must have length greater than or equal to " + min);
		}
		if (value.length() > max) {
			throw violation(member, value, errorCode, "Member must have length less than or equal to " + max);
		}
		if (!allowed.isEmpty() && !allowed.contains(value)) {
			throw violation(member, value, errorCode, "Member must satisfy enum value set: " + allowed);
		}
		if (!pattern.matcher(value).matches()) {
			throw violation(member, value, errorCode, "Member must satisfy regular expression pattern: " + pattern);
		}
		return value;
	}

	private static ServiceException violation(String member, String value, String code, String rule) {
		String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
		return new ServiceException(code, 400, "1 validation error detected: Value '" + shown + "' at '" + member
				+ "' failed to satisfy constraint: " + rule);
	}
}
