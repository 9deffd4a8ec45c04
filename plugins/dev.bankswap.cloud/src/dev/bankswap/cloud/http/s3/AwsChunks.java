/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.bankswap.cloud.service.ServiceException;

/**
 * Takes the {@code aws-chunked} framing off a body: chunks with their length in hexadecimal digits, possibly signed, and
 * trailing headers. Without this the framing would end up in the stored firmware image.
 */
final class AwsChunks {

	private static final int MAX_LINE = 8 << 10;

	private static final int MAX_TRAILERS = 32;

	private static final int MAX_LENGTH_DIGITS = 8;

	private final byte[] body;

	private int position;

	private AwsChunks(byte[] body) {
		this.body = body;
	}

	/**
	 * What was in the chunks.
	 *
	 * @param content  the content without framing
	 * @param trailers the headers that followed it, by their lower-case names
	 */
	record Decoded(byte[] content, Map<String, String> trailers) {
	}

	static Decoded decode(byte[] body) {
		return new AwsChunks(body).decode();
	}

	private Decoded decode() {
		ByteArrayOutputStream content = new ByteArrayOutputStream(body.length);
		int length = length(line());
		while (length > 0) {
			if (length > body.length - position) {
				throw malformed("a chunk is longer than the body");
			}
			content.write(body, position, length);
			position += length;
			if (!line().isEmpty()) {
				throw malformed("a chunk is longer than it says");
			}
			length = length(line());
		}
		return new Decoded(content.toByteArray(), trailers());
	}

	private Map<String, String> trailers() {
		Map<String, String> trailers = new LinkedHashMap<>();
		while (position < body.length) {
			String line = line();
			if (line.isEmpty()) {
				break;
			}
			int colon = line.indexOf(':');
			if (colon < 1 || trailers.size() == MAX_TRAILERS) {
				throw malformed("a trailing header cannot be read");
			}
			trailers.put(line.substring(0, colon).trim().toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
		}
		if (position < body.length) {
			throw malformed("something follows the last chunk");
		}
		return trailers;
	}

	/** The line of a chunk is its length, possibly followed by an extension with the chunk's signature. */
	private static int length(String line) {
		int end = line.indexOf(';');
		String digits = end < 0 ? line : line.substring(0, end);
		if (digits.isEmpty() || digits.length() > MAX_LENGTH_DIGITS) {
			throw malformed("the length of a chunk cannot be read");
		}
		int length = 0;
		for (char c : digits.toCharArray()) {
			int digit = Character.digit(c, 16);
			if (digit < 0 || length >= 1 << 27) {
				throw malformed("the length of a chunk cannot be read");
			}
			length = length * 16 + digit;
		}
		return length;
	}

	private String line() {
		int limit = Math.min(body.length - 1, position + MAX_LINE);
		for (int i = position; i < limit; i++) {
			if (body[i] == '\r' && body[i + 1] == '\n') {
				String line = new String(body, position, i - position, StandardCharsets.ISO_8859_1);
				position = i + 2;
				return line;
			}
		}
		throw malformed("a line does not end");
	}

	private static ServiceException malformed(String what) {
		return new ServiceException("IncompleteBody", 400, "The body is not in the aws-chunked encoding: " + what + ".");
	}
}
