/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;

/**
 * Reads and writes the payloads of the reserved topics, JSON or CBOR.
 */
final class Json {

	static final Json JSON = new Json(new ObjectMapper());

	static final Json CBOR = new Json(new ObjectMapper(new CBORFactory()));

	private final ObjectMapper mapper;

	private Json(ObjectMapper mapper) {
		this.mapper = mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
	}

	/**
	 * The encoding that the last level of a topic names.
	 *
	 * @param format {@code json} or {@code cbor}
	 * @return the encoding, if it is one of the two
	 */
	static Optional<Json> of(String format) {
		switch (format) {
			case "json":
				return Optional.of(JSON);
			case "cbor":
				return Optional.of(CBOR);
			default:
				return Optional.empty();
		}
	}

	static ObjectNode object() {
		return JSON.mapper.createObjectNode();
	}

	/**
	 * Reads an object. An empty payload counts as an empty object, as it does in AWS.
	 *
	 * @param payload the payload
	 * @return the object, or nothing if the payload is malformed or no object
	 */
	Optional<ObjectNode> read(byte[] payload) {
		if (payload.length == 0) {
			return Optional.of(object());
		}
		try {
			return mapper.readTree(payload) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	byte[] write(JsonNode node) {
		try {
			return mapper.writeValueAsBytes(node);
		} catch (JsonProcessingException e) {
			throw new UncheckedIOException(e);
		}
	}

	static long seconds(Instant time) {
		return time.getEpochSecond();
	}
}
