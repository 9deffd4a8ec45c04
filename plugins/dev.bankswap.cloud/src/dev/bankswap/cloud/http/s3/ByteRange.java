/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.bankswap.cloud.service.ServiceException;

/**
 * A part of an object.
 *
 * @param first the first byte
 * @param last  the last byte
 */
record ByteRange(int first, int last) {

	private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,9})-([0-9]{0,9})");

	/** Reads a range header; one in a form that is not understood is ignored, as the HTTP standard wants it. */
	static Optional<ByteRange> parse(String header, int size) {
		Matcher matcher = FORM.matcher(header);
		if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
			return Optional.empty();
		}
		int first;
		int last = size - 1;
		if (matcher.group(1).isEmpty()) {
			first = Math.max(0, size - Integer.parseInt(matcher.group(2)));
		} else {
			first = Integer.parseInt(matcher.group(1));
			last = matcher.group(2).isEmpty() ? last : Math.min(last, Integer.parseInt(matcher.group(2)));
		}
		if (first > last) {
			throw new ServiceException("InvalidRange", 416, "The requested range is not satisfiable");
		}
		return Optional.of(new ByteRange(first, last));
	}

	byte[] cut(byte[] bytes) {
		return Arrays.copyOfRange(bytes, first, last + 1);
	}

	String header(int size) {
		return "bytes " + first + "-" + last + "/" + size;
	}
}
