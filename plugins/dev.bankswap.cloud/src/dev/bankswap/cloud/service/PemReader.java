/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads what a user has imported: PEM text of unknown origin. */
public final class PemReader {

	private PemReader() {
	}

	/**
	 * Reads a certificate.
	 *
	 * @param pem the text
	 * @return the first certificate in the text, if there is a sound one
	 */
	public static Optional<X509Certificate> certificate(byte[] pem) {
		try {
			return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(pem)));
		} catch (CertificateException e) {
			return Optional.empty();
		}
	}

	/**
	 * Reads a private key in the PKCS#8 or in the traditional form.
	 *
	 * @param pem the text
	 * @return the key, if there is a sound one that is not encrypted
	 */
	public static Optional<PrivateKey> privateKey(byte[] pem) {
		try (PEMParser parser = new PEMParser(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
			for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
				if (object instanceof PEMKeyPair pair) {
					return Optional.of(decode(pair.getPrivateKeyInfo()));
				}
				if (object instanceof PrivateKeyInfo info) {
					return Optional.of(decode(info));
				}
			}
			return Optional.empty();
		} catch (IOException | RuntimeException e) {
			// Bouncy Castle's parser answers malformed ASN.1 with several unchecked exceptions
			return Optional.empty();
		}
	}

	private static PrivateKey decode(PrivateKeyInfo info) throws IOException {
		return new JcaPEMKeyConverter().getPrivateKey(info);
	}
}
