/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A parsed IoT policy.
 */
final class PolicyDocument {

	enum Decision {
		ALLOWED, DENIED, NOT_MENTIONED
	}

	private record Statement(boolean allow, List<String> actions, List<String> resources, PolicyCondition condition) {

		boolean matches(ConnectionContext connection, String action, String resource) {
			return actions.stream().anyMatch(pattern -> PolicyPattern.of(pattern).matches(action.toLowerCase(Locale.ROOT)))
					&& resources.stream().anyMatch(pattern -> PolicyPattern.resolved(pattern, connection)
							.map(resolved -> resolved.matches(resource)).orElse(!allow))
					&& condition.holds(connection).orElse(!allow);
		}
	}

	private static final int MAX_LENGTH = 2048;

	private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

	private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

	private static final Set<String> MEMBERS = Set.of("Sid", "Effect", "Action", "Resource", "Condition");

	private final List<Statement> statements;

	private PolicyDocument(List<Statement> statements) {
		this.statements = statements;
	}

	static PolicyDocument parse(String json) {
		// blanks are not counted by the service
		if (json.replaceAll("\\s", "").length() > MAX_LENGTH) {
			throw malformed("it is longer than " + MAX_LENGTH + " characters");
		}
		try {
			JsonNode root = JSON.readTree(json);
			if (root == null || !root.isObject()) {
				throw malformed("it is no JSON object");
			}
			if (!VERSIONS.contains(root.path("Version").asText("2008-10-17"))) {
				throw malformed("unknown Version");
			}
			List<Statement> statements = new ArrayList<>();
			for (JsonNode statement : each(root.path("Statement"))) {
				statements.add(statement(statement));
			}
			if (statements.isEmpty()) {
				throw malformed("it has no Statement");
			}
			return new PolicyDocument(List.copyOf(statements));
		} catch (JsonProcessingException e) {
			throw malformed("it is no JSON: " + e.getOriginalMessage());
		}
	}

	Decision decide(ConnectionContext connection, String action, String resource) {
		Decision decision = Decision.NOT_MENTIONED;
		for (Statement statement : statements) {
			if (statement.matches(connection, action, resource)) {
				if (!statement.allow()) {
					return Decision.DENIED;
				}
				decision = Decision.ALLOWED;
			}
		}
		return decision;
	}

	private static Statement statement(JsonNode node) {
		if (!node.isObject()) {
			throw malformed("a Statement is no object");
		}
		node.fieldNames().forEachRemaining(name -> {
			if (!MEMBERS.contains(name)) {
				throw malformed("unknown member " + name);
			}
		});
		String effect = node.path("Effect").asText();
		if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
			throw malformed("Effect must be Allow or Deny");
		}
		List<String> actions = texts(node.path("Action"), "Action").stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
		return new Statement("Allow".equals(effect), actions, texts(node.path("Resource"), "Resource"),
				PolicyCondition.parse(node.path("Condition")));
	}

	private static List<String> texts(JsonNode node, String member) {
		List<String> texts = new ArrayList<>();
		for (JsonNode text : each(node)) {
			if (!text.isTextual() || text.textValue().isEmpty()) {
				throw malformed(member + " must be a text or a list of texts");
			}
			texts.add(text.textValue());
		}
		if (texts.isEmpty()) {
			throw malformed("a Statement has no " + member);
		}
		return List.copyOf(texts);
	}

	private static Iterable<JsonNode> each(JsonNode node) {
		if (node.isMissingNode()) {
			return List.of();
		}
		return node.isArray() ? node : List.of(node);
	}

	static ServiceException malformed(String why) {
		return new ServiceException("MalformedPolicyException", 400, "Policy document is malformed: " + why);
	}
}
