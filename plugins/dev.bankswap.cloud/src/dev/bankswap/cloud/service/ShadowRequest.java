/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The payload of a request to a shadow, checked in the order and with the texts of the service.
 *
 * @param body the payload as JSON
 */
record ShadowRequest(ObjectNode body) {

	/** Bytes of a shadow's state, and so also of a request. */
	static final int MAX_STATE = 8192;

	private static final int MAX_TOKEN = 64;

	private static final int MAX_LEVELS = 6;

	private static final String STATE = "state";

	private static final List<String> SECTIONS = List.of("desired", "reported");

	/** Numbers stay as they were written: no device finds its 100.0 as 1E+2 or infinite. */
	private static final JsonMapper MAPPER = JsonMapper.builder()
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

	/**
	 * Reads a payload. One trailing NUL, the end of a C string that was sent along, is tolerated as it is by AWS.
	 *
	 * @param payload the payload
	 * @return the request
	 * @throws ServiceException if it is too long or no JSON object
	 */
	static ShadowRequest read(byte[] payload) {
		if (payload.length > MAX_STATE + 1) {
			throw tooLarge();
		}
		boolean terminated = payload.length > 0 && payload[payload.length - 1] == 0;
		byte[] text = terminated ? Arrays.copyOf(payload, payload.length - 1) : payload;
		if (text.length > MAX_STATE) {
			throw tooLarge();
		}
		try {
			// Jackson would guess at UTF-16 and UTF-32
			String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
			return new ShadowRequest(object(MAPPER.readTree(decoded), "Invalid JSON"));
		} catch (CharacterCodingException e) {
			throw new ServiceException("UnsupportedDocumentEncodingException", 415,
					"Unsupported documented encoding; supported encoding is UTF-8");
		} catch (IOException e) {
			throw invalid("Invalid JSON");
		}
	}

	/**
	 * Reads the payload of a request that needs none.
	 *
	 * @param payload the payload
	 * @return the request
	 * @throws ServiceException if there is one and it is no JSON object
	 */
	static ShadowRequest readOptional(byte[] payload) {
		boolean none = payload.length == 0 || payload.length == 1 && payload[0] == 0;
		return none ? new ShadowRequest(JsonNodeFactory.instance.objectNode()) : read(payload);
	}

	static ServiceException tooLarge() {
		return new ServiceException("RequestEntityTooLargeException", 413, "The payload exceeds the maximum size allowed");
	}

	/** What the request says about the two sections. */
	ObjectNode state() {
		if (!body.has(STATE)) {
			throw invalid("Missing required node: state");
		}
		ObjectNode state = object(body.path(STATE), "State node must be an object");
		state.properties().forEach(entry -> {
			if (!SECTIONS.contains(entry.getKey())) {
				throw invalid("State contains an invalid node: '" + entry.getKey() + "'");
			}
			if (!entry.getValue().isNull()) {
				String title = entry.getKey().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + entry.getKey().substring(1);
				check(object(entry.getValue(), title + " node must be an object"), 1);
			}
		});
		return state;
	}

	OptionalLong version() {
		JsonNode version = body.path("version");
		if (version.isMissingNode() || version.isNull()) {
			return OptionalLong.empty();
		}
		if (!version.isIntegralNumber() || !version.canConvertToLong() || version.longValue() < 0) {
			throw invalid("Invalid version");
		}
		return OptionalLong.of(version.longValue());
	}

	Optional<String> clientToken() {
		JsonNode token = body.path("clientToken");
		if (token.isMissingNode()) {
			return Optional.empty();
		}
		if (!token.isTextual() || token.textValue().getBytes(StandardCharsets.UTF_8).length > MAX_TOKEN) {
			throw invalid("Invalid clientToken");
		}
		return Optional.of(token.textValue());
	}

	private static void check(JsonNode container, int level) {
		if (level > MAX_LEVELS) {
			throw invalid("JSON contains too many levels of nesting; maximum is " + MAX_LEVELS);
		}
		container.forEach(child -> {
			if (child.isNull() && container.isArray()) {
				throw invalid("State contains an invalid node");
			}
			if (child.isContainerNode()) {
				check(child, level + 1);
			}
		});
	}

	private static ObjectNode object(JsonNode node, String otherwise) {
		if (node instanceof ObjectNode object) {
			return object;
		}
		throw invalid(otherwise);
	}

	private static ServiceException invalid(String message) {
		return ServiceException.invalid(message);
	}
}
