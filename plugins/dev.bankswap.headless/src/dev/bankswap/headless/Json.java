/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What other programs read from standard output. */
final class Json {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private Json() {
		// not to be instantiated
	}

	/**
	 * Writes one line.
	 *
	 * @param values keys in their order
	 * @return a JSON object without a line break
	 */
	static String line(Map<String, Object> values) {
		try {
			return MAPPER.writeValueAsString(values);
		} catch (JsonProcessingException e) {
			throw new IllegalArgumentException("Texts and numbers can always be written", e); //$NON-NLS-1$
		}
	}
}
