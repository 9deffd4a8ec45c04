/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP reply.
 *
 * @param status  the status code
 * @param headers the headers
 * @param body    the content
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

	/** The name of the header that tells what the body is. */
	public static final String CONTENT_TYPE = "content-type";

	/**
	 * A reply without content.
	 *
	 * @param status the status code
	 * @return the reply
	 */
	public static Response empty(int status) {
		return new Response(status, Map.of(), new byte[0]);
	}

	/**
	 * A reply with text.
	 *
	 * @param status      the status code
	 * @param contentType its media type
	 * @param text        the content
	 * @return the reply
	 */
	public static Response text(int status, String contentType, String text) {
		return new Response(status, Map.of(CONTENT_TYPE, contentType), text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The same reply with one more header.
	 *
	 * @param name  its name
	 * @param value its value
	 * @return the extended reply
	 */
	public Response with(String name, String value) {
		Map<String, String> extended = new LinkedHashMap<>(headers);
		extended.put(name, value);
		return new Response(status, extended, body);
	}
}
