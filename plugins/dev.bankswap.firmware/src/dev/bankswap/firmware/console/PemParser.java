/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.io.ByteArrayOutputStream;

/** Takes the lines of a pasted PEM text one by one ({@code cli_pki.c}); errors end the import at once. */
final class PemParser {

	/** What the parser wants after a line. */
	enum Progress {
		/** Another line. */
		MORE,
		/** Nothing; the text is complete. */
		COMPLETE,
		/** Nothing; the text is refused. */
		FAILED
	}

	private static final int MAX_LINE = 64;

	private static final int BUFFER = 2048;

	private static final String BEGIN = "-----BEGIN ";

	private static final String END = "-----END ";

	private static final String DASHES = "-----";

	private final ByteArrayOutputStream decoded = new ByteArrayOutputStream();

	private boolean inside;

	private String message = "";

	Progress accept(String line) {
		if (line.isEmpty()) {
			return Progress.FAILED;
		}
		if (line.length() > MAX_LINE) {
			return failed("Error: Current line exceeds maximum line length for a PEM file.");
		}
		if (decoded.size() + line.length() + 1 >= BUFFER) {
			return failed("Error: Out of memory to store the given PEM file.");
		}
		return inside ? body(line) : header(line);
	}

	byte[] decoded() {
		return decoded.toByteArray();
	}

	/** What to print about a failure; some are silent. */
	String message() {
		return message;
	}

	private Progress header(String line) {
		if (!line.startsWith(BEGIN)) {
			return failed("Error: PEM header does not contain the expected text: '-----BEGIN '.");
		}
		if (line.indexOf(DASHES, BEGIN.length()) < 0) {
			return failed("Error: PEM header does not contain the expected ending: '-----'.");
		}
		inside = true;
		return Progress.MORE;
	}

	private Progress body(String line) {
		if (line.startsWith(END)) {
			return line.indexOf(DASHES, END.length()) < 0
					? failed("Error: PEM footer does not contain the expected ending: '-----'.")
					: Progress.COMPLETE;
		}
		return MbedBase64.decode(line).map(bytes -> {
			decoded.writeBytes(bytes);
			return Progress.MORE;
		}).orElse(Progress.FAILED);
	}

	private Progress failed(String reason) {
		message = reason;
		return Progress.FAILED;
	}
}
