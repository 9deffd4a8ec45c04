/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param method  the method, upper case
 * @param rawPath the path as it was sent, with its percent escapes
 * @param query   the decoded parameters; a parameter without a value has the empty text
 * @param headers the headers by their lower-case names
 * @param body    the content
 */
public record Request(String method, String rawPath, Map<String, String> query, Map<String, String> headers, byte[] body) {

	/**
	 * A header.
	 *
	 * @param name its name, in any case
	 * @return its value, if it was sent
	 */
	public Optional<String> header(String name) {
		return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
	}

	/**
	 * A query parameter.
	 *
	 * @param name its name
	 * @return its value, if it was sent
	 */
	public Optional<String> parameter(String name) {
		return Optional.ofNullable(query.get(name));
	}
}
