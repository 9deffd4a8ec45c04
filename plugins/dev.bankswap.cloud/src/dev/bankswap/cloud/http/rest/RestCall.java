/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.bankswap.cloud.http.Request;
import dev.bankswap.cloud.service.ServiceException;

/** The input of an operation: the labels in its path, its query parameters, headers and body. */
public final class RestCall {

	private final Request request;

	private final Map<String, String> labels;

	private final String errorCode;

	RestCall(Request request, Map<String, String> labels, String errorCode) {
		this.request = request;
		this.labels = labels;
		this.errorCode = errorCode;
	}

	/**
	 * A label of the path.
	 *
	 * @param name its name in the route
	 * @param rule what it must satisfy
	 * @return its value
	 */
	public String label(String name, TextRule rule) {
		return rule.check(name, labels.getOrDefault(name, ""), errorCode);
	}

	/**
	 * A query parameter.
	 *
	 * @param name its name
	 * @param rule what it must satisfy
	 * @return its value, if it was sent
	 */
	public Optional<String> parameter(String name, TextRule rule) {
		return request.parameter(name).map(value -> rule.check(name, value, errorCode));
	}

	/**
	 * A query parameter that says yes or no.
	 *
	 * @param name its name
	 * @return whether it says yes; a missing one says no
	 */
	public boolean flag(String name) {
		return parameter(name, TextRule.oneOf("true", "false")).map(Boolean::parseBoolean).orElse(false);
	}

	/**
	 * A header that must be there.
	 *
	 * @param name   its name
	 * @param member what the model calls it
	 * @return its value
	 */
	public String header(String name, String member) {
		return request.header(name).filter(value -> !value.isBlank())
				.orElseThrow(() -> new ServiceException(errorCode, 400, "1 validation error detected: Value null at '" + member
						+ "' failed to satisfy constraint: Member must not be null"));
	}

	/**
	 * The body as it was sent, for operations whose payload is the body itself.
	 *
	 * @return its bytes
	 */
	public byte[] payload() {
		return request.body();
	}

	/**
	 * The body.
	 *
	 * @return its members
	 */
	public Members body() {
		return new Members(Json.parse(request.body()).orElseThrow(
				() -> new ServiceException("SerializationException", 400, "The body is not a JSON structure.")), errorCode);
	}

	/**
	 * Cuts the page that the caller wants out of a list.
	 *
	 * @param <T>   the type of its elements
	 * @param all   the whole list
	 * @param size  the parameter with the wanted size
	 * @param token the parameter with the place where the previous page ended
	 * @param limit the greatest size
	 * @return the page
	 */
	public <T> Page<T> page(List<T> all, String size, String token, int limit) {
		int wanted = parameter(size, TextRule.pattern(1, 9, "[0-9]+")).map(Integer::valueOf).orElse(limit);
		if (wanted < 1 || wanted > limit) {
			throw new ServiceException(errorCode, 400, "1 validation error detected: Value '" + wanted + "' at '" + size
					+ "' failed to satisfy constraint: Member must have value between 1 and " + limit);
		}
		return Page.of(all, wanted, parameter(token, TextRule.ANY), errorCode);
	}
}
