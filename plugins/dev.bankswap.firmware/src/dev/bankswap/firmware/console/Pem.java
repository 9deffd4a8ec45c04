/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.Base64;

/** Prints PEM as the firmware does: 64 characters a line, CR LF after each. */
final class Pem {

	static final String CERTIFICATE = "CERTIFICATE";

	static final String REQUEST = "CERTIFICATE REQUEST";

	static final String PUBLIC_KEY = "PUBLIC KEY";

	private static final int LINE_LENGTH = 64;

	private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(LINE_LENGTH, new byte[] { '\r', '\n' });

	private Pem() {
	}

	/**
	 * Prints an object.
	 *
	 * @param terminal where to
	 * @param type     the word between BEGIN and END
	 * @param der      its bytes; without any, the END line follows the BEGIN line
	 */
	static void print(Terminal terminal, String type, byte[] der) {
		terminal.println("-----BEGIN " + type + "-----");
		if (der.length > 0) {
			terminal.println(ENCODER.encodeToString(der));
		}
		terminal.println("-----END " + type + "-----");
	}
}
