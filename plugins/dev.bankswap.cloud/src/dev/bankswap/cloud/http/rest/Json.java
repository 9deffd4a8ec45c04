/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.rest;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as the AWS protocols use it. */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

	private static final int MILLISECONDS = 3;

	private Json() {
	}

	/**
	 * An empty structure.
	 *
	 * @return a new object
	 */
	public static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	/**
	 * Reads a structure.
	 *
	 * @param bytes UTF-8 text
	 * @return the structure; nothing if the text is none. No text at all is an empty structure.
	 */
	public static Optional<ObjectNode> parse(byte[] bytes) {
		if (bytes.length == 0) {
			return Optional.of(object());
		}
		try {
			JsonNode node = MAPPER.readTree(bytes);
			return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	/**
	 * A time as the protocols send it.
	 *
	 * @param time the time
	 * @return seconds since 1970 with milliseconds as the fraction
	 */
	public static BigDecimal time(Instant time) {
		return BigDecimal.valueOf(time.toEpochMilli(), MILLISECONDS);
	}
}
