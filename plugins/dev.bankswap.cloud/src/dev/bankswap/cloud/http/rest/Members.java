/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.service.ServiceException;

/** The members of a JSON structure, checked against the service model as they are read. */
public final class Members {

	private final ObjectNode json;

	private final String path;

	private final String errorCode;

	/**
	 * Wraps a structure.
	 *
	 * @param json      the structure
	 * @param errorCode the code of the error for a wrong member
	 */
	public Members(ObjectNode json, String errorCode) {
		this(json, "", errorCode);
	}

	private Members(ObjectNode json, String path, String errorCode) {
		this.json = json;
		this.path = path;
		this.errorCode = errorCode;
	}

	/**
	 * A text that must be there.
	 *
	 * @param name its name
	 * @param rule what it must satisfy
	 * @return the text
	 */
	public String text(String name, TextRule rule) {
		return optionalText(name, rule).orElseThrow(() -> missing(name));
	}

	/**
	 * A text that may be missing.
	 *
	 * @param name its name
	 * @param rule what it must satisfy
	 * @return the text, if it is there
	 */
	public Optional<String> optionalText(String name, TextRule rule) {
		return member(name).map(node -> rule.check(path + name, asText(node, name), errorCode));
	}

	/**
	 * A number that may be missing.
	 *
	 * @param name its name
	 * @param min  its least value
	 * @param max  its greatest value
	 * @return the number, if it is there
	 */
	public OptionalLong optionalNumber(String name, long min, long max) {
		Optional<JsonNode> node = member(name);
		if (node.isEmpty()) {
			return OptionalLong.empty();
		}
		if (!node.get().isIntegralNumber() || !node.get().canConvertToLong()) {
			throw wrongType(name, "a number");
		}
		long value = node.get().longValue();
		if (value < min || value > max) {
			throw new ServiceException(errorCode, 400, "1 validation error detected: Value '" + value + "' at '" + path + name
					+ "' failed to satisfy constraint: Member must have value between " + min + " and " + max);
		}
		return OptionalLong.of(value);
	}

	/**
	 * A list of texts that must be there.
	 *
	 * @param name its name
	 * @param rule what each text must satisfy
	 * @return the texts, at least one
	 */
	public List<String> texts(String name, TextRule rule) {
		List<String> texts = new ArrayList<>();
		for (JsonNode node : array(name)) {
			texts.add(rule.check(path + name, asText(node, name), errorCode));
		}
		if (texts.isEmpty()) {
			throw tooShort(name);
		}
		return texts;
	}

	/**
	 * A structure that must be there.
	 *
	 * @param name its name
	 * @return its members
	 */
	public Members child(String name) {
		return optionalChild(name).orElseThrow(() -> missing(name));
	}

	/**
	 * A structure that may be missing.
	 *
	 * @param name its name
	 * @return its members, if it is there
	 */
	public Optional<Members> optionalChild(String name) {
		return member(name).map(node -> wrap(node, name));
	}

	/**
	 * A list of structures that must be there.
	 *
	 * @param name its name
	 * @param max  how many there may be
	 * @return their members, at least one
	 */
	public List<Members> children(String name, int max) {
		List<Members> children = new ArrayList<>();
		for (JsonNode node : array(name)) {
			children.add(wrap(node, name));
		}
		if (children.isEmpty()) {
			throw tooShort(name);
		}
		if (children.size() > max) {
			throw new ServiceException(errorCode, 400, "1 validation error detected: Value at '" + path + name
					+ "' failed to satisfy constraint: Member must have length less than or equal to " + max);
		}
		return children;
	}

	/**
	 * A map of texts; a missing one is empty.
	 *
	 * @param name   its name
	 * @param keys   what each key must satisfy
	 * @param values what each value must satisfy
	 * @return the map in the order in which it was sent
	 */
	public Map<String, String> map(String name, TextRule keys, TextRule values) {
		Map<String, String> map = new LinkedHashMap<>();
		optionalChild(name).ifPresent(child -> child.json.fields().forEachRemaining(entry -> map.put(
				keys.check(path + name, entry.getKey(), errorCode),
				values.check(path + name, asText(entry.getValue(), name), errorCode))));
		return map;
	}

	/**
	 * The structure as it was sent.
	 *
	 * @return the structure
	 */
	public ObjectNode json() {
		return json;
	}

	/**
	 * The error for an input that breaks a rule no single member has.
	 *
	 * @param message what is wrong
	 * @return the error
	 */
	public ServiceException invalid(String message) {
		return new ServiceException(errorCode, 400, message);
	}

	private Optional<JsonNode> member(String name) {
		return Optional.ofNullable(json.get(name)).filter(node -> !node.isNull());
	}

	private Iterable<JsonNode> array(String name) {
		JsonNode node = member(name).orElseThrow(() -> missing(name));
		if (!node.isArray()) {
			throw wrongType(name, "a list");
		}
		return node;
	}

	private Members wrap(JsonNode node, String name) {
		if (node instanceof ObjectNode object) {
			return new Members(object, path + name + ".", errorCode);
		}
		throw wrongType(name, "a structure");
	}

	private String asText(JsonNode node, String name) {
		if (!node.isTextual()) {
			throw wrongType(name, "a string");
		}
		return node.textValue();
	}

	private ServiceException missing(String name) {
		return new ServiceException(errorCode, 400, "1 validation error detected: Value null at '" + path + name
				+ "' failed to satisfy constraint: Member must not be null");
	}

	private ServiceException tooShort(String name) {
		return new ServiceException(errorCode, 400, "1 validation error detected: Value '[]' at '" + path + name
				+ "' failed to satisfy constraint: Member must have length greater than or equal to 1");
	}

	private ServiceException wrongType(String name, String expected) {
		return new ServiceException("SerializationException", 400, "Member '" + path + name + "' must be " + expected + ".");
	}
}
