/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app.shadow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The report of the state: made for one digit in a buffer of exactly that size. A longer number pushes the end of the
 * document out of the buffer. The terminating NUL is published too.
 */
final class ShadowReport {

	/** Characters of the document. */
	static final int LENGTH = 59;

	private ShadowReport() {
	}

	static byte[] of(long powerOn, long token) {
		String document = String.format(Locale.ROOT, "{\"state\":{\"reported\":{\"powerOn\":%d}},\"clientToken\":\"%06d\"}", powerOn,
				token);
		byte[] buffer = Arrays.copyOf(document.getBytes(StandardCharsets.US_ASCII), LENGTH + 1);
		buffer[LENGTH] = 0;
		return buffer;
	}
}
