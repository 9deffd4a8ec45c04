/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The conditions of a statement, all of which must hold.
 */
final class PolicyCondition {

	private record Test(String operator, String key, List<String> values) {

		Optional<Boolean> holds(ConnectionContext connection) {
			if (!KNOWN.contains(operator)) {
				return Optional.empty();
			}
			return PolicyVariables.value(key, connection).map(actual -> values.stream().anyMatch(wanted -> fits(wanted, actual)));
		}

		private boolean fits(String wanted, String actual) {
			return "StringLike".equals(operator) ? PolicyPattern.of(wanted).matches(actual) : wanted.equals(actual);
		}
	}

	private static final Set<String> KNOWN = Set.of("Bool", "StringEquals", "StringLike");

	private final List<Test> tests;

	private PolicyCondition(List<Test> tests) {
		this.tests = tests;
	}

	static PolicyCondition parse(JsonNode node) {
		if (!node.isMissingNode() && !node.isObject()) {
			throw PolicyDocument.malformed("Condition must be an object");
		}
		List<Test> tests = new ArrayList<>();
		for (Map.Entry<String, JsonNode> operator : node.properties()) {
			for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
				List<String> values = new ArrayList<>();
				Iterable<JsonNode> wanted = key.getValue().isArray() ? key.getValue() : List.of(key.getValue());
				wanted.forEach(value -> values.add(value.asText()));
				tests.add(new Test(operator.getKey(), key.getKey(), values));
			}
		}
		return new PolicyCondition(tests);
	}

	/**
	 * Evaluates the conditions.
	 *
	 * @param connection who asks
	 * @return whether all hold; nothing if one of them cannot be evaluated: the caller then decides for the stricter side
	 */
	Optional<Boolean> holds(ConnectionContext connection) {
		boolean unknown = false;
		for (Test test : tests) {
			Optional<Boolean> holds = test.holds(connection);
			if (holds.isPresent() && !holds.get()) {
				return holds;
			}
			unknown |= holds.isEmpty();
		}
		return unknown ? Optional.empty() : Optional.of(Boolean.TRUE);
	}
}
