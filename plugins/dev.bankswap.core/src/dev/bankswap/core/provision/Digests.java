/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Fingerprints for evidence. */
final class Digests {
	private Digests() {
	}

	/** SHA-256 in lower-case hexadecimal digits; for a certificate this is also its id in the cloud. */
	static String sha256(byte[] data) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data)); //$NON-NLS-1$
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("SHA-256", e); //$NON-NLS-1$
		}
	}
}
