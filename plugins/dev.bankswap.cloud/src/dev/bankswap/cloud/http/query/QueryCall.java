/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.query;

import java.util.Map;
import java.util.Optional;

import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.ServiceException;

/** The input of an operation of the query protocol: the fields of a form. */
final class QueryCall {

	private static final String INVALID = "ValidationError";

	private final Map<String, String> fields;

	QueryCall(Map<String, String> fields) {
		this.fields = fields;
	}

	String action() {
		return fields.getOrDefault("Action", "");
	}

	/** A field that must be there. */
	String text(String name, TextRule rule) {
		return optionalText(name, rule).orElseThrow(() -> new ServiceException(INVALID, 400,
				"1 validation error detected: Value null at '" + name + "' failed to satisfy constraint: Member must not be null"));
	}

	/** A field that may be missing. */
	Optional<String> optionalText(String name, TextRule rule) {
		return Optional.ofNullable(fields.get(name)).map(value -> rule.check(name, value, INVALID));
	}

	/** A number that may be missing. */
	int number(String name, int min, int max, int preset) {
		int value = optionalText(name, TextRule.pattern(1, 9, "[0-9]+")).map(Integer::valueOf).orElse(preset);
		if (value < min || value > max) {
			throw new ServiceException(INVALID, 400, "1 validation error detected: Value '" + value + "' at '" + name
					+ "' failed to satisfy constraint: Member must have value between " + min + " and " + max);
		}
		return value;
	}
}
