/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/** Checks that a board's certificate, key and name belong together. */
final class Identity {
	private Identity() {
	}

	/** Returns what is wrong, in words; empty if all belongs together. */
	static String problem(byte[] certificateDer, byte[] publicKey, String thingName) {
		Optional<X509Certificate> read = Certificates.read(certificateDer);
		if (read.isEmpty()) {
			return Messages.identity_unreadable;
		}
		X509Certificate certificate = read.get();
		if (!Arrays.equals(certificate.getPublicKey().getEncoded(), publicKey)) {
			return Messages.identity_otherKey;
		}
		if (!Certificates.p256(certificate.getPublicKey())) {
			return Messages.identity_notP256;
		}
		if (!Certificates.commonName(certificate).equals(thingName)) {
			return NLS.bind(Messages.identity_otherName, Certificates.commonName(certificate), thingName);
		}
		return Certificates.selfSigned(certificate) ? "" : Messages.identity_signature; //$NON-NLS-1$
	}
}
