/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import dev.bankswap.cloud.service.ServiceException;

/**
 * A part of a list.
 *
 * @param <T>   the type of its elements
 * @param items the elements
 * @param next  where the next page begins, if there is one
 */
public record Page<T>(List<T> items, Optional<String> next) {

	private static final String PREFIX = "from:";

	/**
	 * Cuts a page out of a list.
	 *
	 * @param <T>       the type of its elements
	 * @param all       the whole list
	 * @param size      the wanted size, at least 1
	 * @param token     where the page begins; the beginning if missing
	 * @param errorCode the code of the error for a wrong token
	 * @return the page
	 */
	public static <T> Page<T> of(List<T> all, int size, Optional<String> token, String errorCode) {
		int from = Math.min(token.map(text -> decode(text, errorCode)).orElse(0), all.size());
		int to = Math.min(from + size, all.size());
		return new Page<>(all.subList(from, to), to < all.size() ? Optional.of(encode(to)) : Optional.empty());
	}

	private static String encode(int from) {
		return Base64.getEncoder().encodeToString((PREFIX + from).getBytes(StandardCharsets.US_ASCII));
	}

	private static int decode(String token, String errorCode) {
		try {
			String text = new String(Base64.getDecoder().decode(token), StandardCharsets.US_ASCII);
			int from = Integer.parseInt(text.substring(text.indexOf(':') + 1));
			if (text.startsWith(PREFIX) && from >= 0) {
				return from;
			}
		} catch (IllegalArgumentException e) {
			throw new ServiceException(errorCode, 400, "The pagination token is invalid.");
		}
		throw new ServiceException(errorCode, 400, "The pagination token is invalid.");
	}
}
