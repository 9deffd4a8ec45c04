/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate with its private key, as the certificate manager keeps them.
 */
public final class AcmCertificate {

	private final String arn;

	private final X509Certificate certificate;

	private final String pem;

	private final String chainPem;

	private final Instant importedAt;

	private final PrivateKey privateKey;

	AcmCertificate(String arn, X509Certificate certificate, String pem, String chainPem, Instant importedAt,
			PrivateKey privateKey) {
		this.arn = arn;
		this.certificate = certificate;
		this.pem = pem;
		this.chainPem = chainPem;
		this.importedAt = importedAt;
		this.privateKey = privateKey;
	}

	/**
	 * Its ARN.
	 *
	 * @return {@code arn:aws:acm:…}
	 */
	public String arn() {
		return arn;
	}

	/**
	 * The decoded certificate.
	 *
	 * @return the certificate
	 */
	public X509Certificate certificate() {
		return certificate;
	}

	/**
	 * The certificate as it was imported.
	 *
	 * @return PEM text
	 */
	public String pem() {
		return pem;
	}

	/**
	 * The issuers' certificates as they were imported.
	 *
	 * @return PEM text, empty if there was none
	 */
	public String chainPem() {
		return chainPem;
	}

	/**
	 * When it was last imported.
	 *
	 * @return the time
	 */
	public Instant importedAt() {
		return importedAt;
	}

	/** The private key; it never leaves this package. */
	PrivateKey privateKey() {
		return privateKey;
	}
}
