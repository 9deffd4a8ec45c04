/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.pki.PkiStore;

/** Replaces a certificate in the store, with the log lines of the PKCS#11 library. */
final class CertificateStorage {

	private CertificateStorage() {
	}

	/** Looks for an old object twice, as the firmware does: once to delete it, once before it writes. */
	static boolean store(PkiStore pki, Logger log, String label, byte[] der) {
		pki.delete(label);
		pki.find(label);
		boolean stored = pki.store(label, der);
		if (!stored) {
			log.error("core_pkcs11_mbedtls.c", 2082,
					"Failed to create certificate. Could not save the certificate to the PKCS #11 PAL.");
		}
		return stored;
	}
}
