/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * PEM texts that callers hand in.
 */
final class Pem {

	private static final int MAX_LENGTH = 65_536;

	private Pem() {
		// functions only
	}

	static byte[] decode(String pem, String type) {
		if (pem.length() > MAX_LENGTH) {
			throw invalid("The text is longer than " + MAX_LENGTH + " characters");
		}
		try (PemReader reader = new PemReader(new StringReader(pem))) {
			PemObject object = reader.readPemObject();
			if (object == null || !object.getType().endsWith(type)) {
				throw invalid("The text holds no PEM block of type " + type);
			}
			return object.getContent();
		} catch (IOException | IllegalArgumentException | IllegalStateException e) {
			throw invalid("The PEM block is malformed: " + e.getMessage());
		}
	}

	static X509Certificate certificate(String pem) {
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			if (factory.generateCertificate(new ByteArrayInputStream(decode(pem, "CERTIFICATE"))) instanceof X509Certificate parsed) {
				return parsed;
			}
			throw invalid("The PEM block is no X.509 certificate");
		} catch (CertificateException e) {
			throw invalid("The certificate is malformed: " + e.getMessage());
		}
	}

	static String encode(X509Certificate certificate) {
		Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
		return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(der(certificate)) + "\n-----END CERTIFICATE-----\n";
	}

	static String certificateId(X509Certificate certificate) {
		return sha256(der(certificate));
	}

	static String sha256(byte[] data) {
		return Digests.hex("SHA-256", data);
	}

	static ServiceException invalid(String message) {
		return new ServiceException("CertificateValidationException", 400, message);
	}

	private static byte[] der(X509Certificate certificate) {
		try {
			return certificate.getEncoded();
		} catch (CertificateEncodingException e) {
			throw invalid("The certificate cannot be encoded: " + e.getMessage());
		}
	}
}
