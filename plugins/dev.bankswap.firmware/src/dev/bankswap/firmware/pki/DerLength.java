/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.pki;

import java.io.IOException;
import java.util.Arrays;

/** Finds the end of a DER structure, because mbedTLS ignores what follows it. */
final class DerLength {

	private static final int LONG_FORM = 0x80;

	private static final int MOST_LENGTH_BYTES = 3;

	private DerLength() {
	}

	/** Cuts off what follows the first structure. */
	static byte[] first(byte[] der) throws IOException {
		if (der.length < 2) {
			throw new IOException("DER needs a tag and a length, there are only " + der.length + " bytes");
		}
		int length = der[1] & 0xFF;
		int header = 2;
		if (length >= LONG_FORM) {
			int bytes = length - LONG_FORM;
			if (bytes == 0 || bytes > MOST_LENGTH_BYTES || der.length < header + bytes) {
				throw new IOException("The DER length takes " + bytes + " bytes; 1 to 3 are allowed and must be present");
			}
			length = 0;
			for (int i = 0; i < bytes; i++) {
				length = length << 8 | der[header + i] & 0xFF;
			}
			header += bytes;
		}
		if (length > der.length - header) {
			throw new IOException("The DER structure announces " + length + " bytes, only " + (der.length - header) + " follow");
		}
		return Arrays.copyOf(der, header + length);
	}
}
