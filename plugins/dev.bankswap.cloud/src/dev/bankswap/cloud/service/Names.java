/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.regex.Pattern;

/**
 * The rules of the service models for names that callers choose.
 */
final class Names {

	static final Pattern THING = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");

	static final Pattern POLICY = Pattern.compile("[\\w+=,.@-]{1,128}");

	static final Pattern JOB = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

	static final Pattern SHADOW = Pattern.compile("[$a-zA-Z0-9:_-]{1,64}");

	static final Pattern STREAM = Pattern.compile("[a-zA-Z0-9_-]{1,128}");

	static final Pattern ATTRIBUTE_NAME = Pattern.compile("[a-zA-Z0-9_.,@/:#-]{1,128}");

	static final Pattern ATTRIBUTE_VALUE = Pattern.compile("[a-zA-Z0-9_.,@/:#=\\[\\]-]{0,800}");

	static final Pattern DETAIL_NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");

	static final Pattern DETAIL_VALUE = Pattern.compile("[^\\p{C}]{1,1024}");

	private Names() {
		// constants only
	}

	/**
	 * Refuses a value that breaks its rule.
	 *
	 * @param what name of the parameter
	 * @param value its value
	 * @param rule the rule
	 */
	static void check(String what, String value, Pattern rule) {
		if (!rule.matcher(value).matches()) {
			throw ServiceException.invalid("Value at '" + what + "' does not match the pattern " + rule.pattern());
		}
	}
}
