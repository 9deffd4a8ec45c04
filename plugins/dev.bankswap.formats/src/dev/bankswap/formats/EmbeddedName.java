/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the file name that the OTA PAL of an image accepts: a NUL-terminated string such as {@code STM32H573I-DK_aws.bin}. A
 * name that ends in {@code _aws.bin} is preferred; other builds of the reference integration use other names ending in
 * {@code .bin}.
 */
final class EmbeddedName {

	private static final String SUFFIX = ".bin";
	private static final String PREFERRED_SUFFIX = "_aws.bin";
	/** The firmware compares at most 260 bytes. */
	private static final int MAX_LENGTH = 259;

	private EmbeddedName() {
	}

	static Optional<String> find(byte[] image) {
		Optional<String> other = Optional.empty();
		int start = 0;
		for (int i = 0; i < image.length; i++) {
			if (isNameCharacter(image[i])) {
				continue;
			}
			if (image[i] == 0 && i - start > SUFFIX.length() && i - start <= MAX_LENGTH && endsWithSuffix(image, i)) {
				String name = new String(image, start, i - start, StandardCharsets.US_ASCII);
				if (name.endsWith(PREFERRED_SUFFIX)) {
					return Optional.of(name);
				}
				other = other.or(() -> Optional.of(name));
			}
			start = i + 1;
		}
		return other;
	}

	private static boolean endsWithSuffix(byte[] image, int end) {
		for (int i = 0; i < SUFFIX.length(); i++) {
			if (image[end - SUFFIX.length() + i] != SUFFIX.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isNameCharacter(byte b) {
		return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '-' || b == '.';
	}
}
