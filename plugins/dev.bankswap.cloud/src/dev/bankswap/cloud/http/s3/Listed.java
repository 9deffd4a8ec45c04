/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A line of a listing: an object, or a prefix that several have in common.
 *
 * @param <T>    what is listed
 * @param name   the key or the common prefix
 * @param object the object; nothing for a common prefix
 */
record Listed<T>(String name, Optional<T> object) {

	/** Rolls up all keys with the same text between the prefix and the next delimiter. */
	static <T> List<Listed<T>> group(List<T> objects, Function<T, String> key, String prefix, Optional<String> delimiter) {
		List<Listed<T>> lines = new ArrayList<>();
		String open = "";
		for (T object : objects) {
			String name = key.apply(object);
			int end = delimiter.filter(text -> !text.isEmpty()).map(text -> name.indexOf(text, prefix.length())).orElse(-1);
			if (end < 0) {
				lines.add(new Listed<>(name, Optional.of(object)));
				continue;
			}
			String common = name.substring(0, end + delimiter.orElse("").length());
			if (!common.equals(open)) {
				lines.add(new Listed<>(common, Optional.empty()));
				open = common;
			}
		}
		return lines;
	}
}
