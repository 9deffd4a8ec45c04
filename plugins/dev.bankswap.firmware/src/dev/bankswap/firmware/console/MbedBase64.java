/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Base64 with the rules of mbedTLS for one line: trailing blanks are allowed, an inner blank is an error, at most two equal
 * signs and only at the end, and an incomplete group of four is dropped without notice.
 */
final class MbedBase64 {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	private static final int GROUP = 4;

	private MbedBase64() {
	}

	static Optional<byte[]> decode(String line) {
		String text = line.stripTrailing();
		int padding = 0;
		ByteArrayOutputStream decoded = new ByteArrayOutputStream();
		int bits = 0;
		int count = 0;
		for (int i = 0; i < text.length(); i++) {
			int value = ALPHABET.indexOf(text.charAt(i));
			boolean pad = text.charAt(i) == '=';
			padding += pad ? 1 : 0;
			if (padding > 2 || !pad && (padding > 0 || value < 0)) {
				return Optional.empty();
			}
			bits = bits << 6 | Math.max(value, 0);
			count++;
			if (count % GROUP == 0) {
				write(decoded, bits, padding);
				bits = 0;
			}
		}
		return Optional.of(decoded.toByteArray());
	}

	private static void write(ByteArrayOutputStream decoded, int bits, int padding) {
		decoded.write(bits >> 16);
		if (padding < 2) {
			decoded.write(bits >> 8);
		}
		if (padding < 1) {
			decoded.write(bits);
		}
	}
}
