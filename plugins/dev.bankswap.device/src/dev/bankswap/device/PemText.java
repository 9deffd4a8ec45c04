/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** PEM the way the firmware wants it: lines of at most 64 characters, no header fields. */
public final class PemText {
	private static final int COLUMNS = 64;

	private PemText() {
	}

	/**
	 * Writes an object as PEM lines.
	 *
	 * @param type the words of the header, for instance {@code CERTIFICATE}
	 * @param der the object
	 * @return header, body and footer
	 */
	public static List<String> lines(String type, byte[] der) {
		String body = Base64.getEncoder().encodeToString(der);
		List<String> lines = new ArrayList<>();
		lines.add("-----BEGIN " + type + "-----");
		for (int i = 0; i < body.length(); i += COLUMNS) {
			lines.add(body.substring(i, Math.min(body.length(), i + COLUMNS)));
		}
		lines.add("-----END " + type + "-----");
		return lines;
	}

	/**
	 * Writes an object as PEM text.
	 *
	 * @param type the words of the header
	 * @param der the object
	 * @return the lines, each ended by a line feed
	 */
	public static String text(String type, byte[] der) {
		return String.join("\n", lines(type, der)) + "\n";
	}

	/**
	 * Reads the first object of a PEM text. Text before and behind it is allowed.
	 *
	 * @param pem the text
	 * @return the DER bytes, or nothing if there is no complete and valid object
	 */
	public static Optional<byte[]> decode(String pem) {
		return new CliAnswer(pem.lines().map(String::strip).toList()).pem();
	}

	static Optional<byte[]> decode(List<String> body) {
		StringBuilder joined = new StringBuilder();
		body.forEach(line -> joined.append(line.strip()));
		try {
			return Optional.of(Base64.getDecoder().decode(joined.toString().getBytes(StandardCharsets.ISO_8859_1)));
		} catch (IllegalArgumentException e) {
			// damaged on the wire or no PEM at all: the caller reports that in its own words
			return Optional.empty();
		}
	}
}
