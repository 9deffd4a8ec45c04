/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Reads certificates. Their content comes from a board or a file, so nothing is taken for granted. */
final class Certificates {
	private static final int P256_BITS = 256;
	/** Length and beginning of a P-256 key as SubjectPublicKeyInfo; the beginning names the curve. */
	private static final byte[] P256_PREFIX = { 0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08,
			0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x03, 0x01, 0x07 };

	private Certificates() {
	}

	static Optional<X509Certificate> read(byte[] der) {
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509"); //$NON-NLS-1$
			return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
		} catch (GeneralSecurityException e) {
			// not a certificate: the caller knows what it was supposed to be and says so
			return Optional.empty();
		}
	}

	static boolean p256(PublicKey key) {
		byte[] spki = key.getEncoded();
		return key instanceof ECPublicKey ec && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS && spki != null
				&& spki.length > P256_PREFIX.length && Arrays.equals(spki, 0, P256_PREFIX.length, P256_PREFIX, 0, P256_PREFIX.length);
	}

	static String commonName(X509Certificate certificate) {
		try {
			X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
			for (RDN part : subject.getRDNs(BCStyle.CN)) {
				if (part.getFirst().getValue() instanceof ASN1String text) {
					return text.getString();
				}
			}
			return ""; //$NON-NLS-1$
		} catch (IllegalArgumentException | IllegalStateException e) {
			// a subject that is no name has no common name either; the library looks closer than Java does
			return ""; //$NON-NLS-1$
		}
	}

	/**
	 * Checks the signature with a certificate's own key. Not by the certificate's own method: the firmware writes a NULL parameter where
	 * the standard wants none, which strict libraries refuse.
	 */
	static boolean selfSigned(X509Certificate certificate) {
		try {
			Signature check = Signature.getInstance("SHA256withECDSA"); //$NON-NLS-1$
			check.initVerify(certificate.getPublicKey());
			check.update(certificate.getTBSCertificate());
			return check.verify(certificate.getSignature());
		} catch (GeneralSecurityException e) {
			// a key or signature of another kind: not what the firmware makes
			return false;
		}
	}
}
