/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.io.IOException;

/** A data message of a stream is not the CBOR that it must be. */
final class StreamDecodeException extends IOException {

	private static final long serialVersionUID = 1L;

	StreamDecodeException(String what) {
		super("The stream message cannot be decoded: " + what + ". The service must send a map with f, i, l and p.");
	}
}
