/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/** Imported certificates with their private keys, as ACM keeps them. Thread-safe. */
public final class CertificateManager {

	private final CloudServices services;

	private final Map<String, AcmCertificate> certificates = new LinkedHashMap<>();

	private final Map<String, Row> rows;

	/** A certificate and its key as they are stored. */
	private record Row(String arn, byte[] pem, byte[] chainPem, Instant importedAt, byte[] keyPem) {

		AcmCertificate restored() {
			return new AcmCertificate(arn, PemReader.certificate(pem).orElseThrow(), text(pem), text(chainPem), importedAt,
					PemReader.privateKey(keyPem).orElseThrow());
		}
	}

	/**
	 * Makes an empty manager.
	 *
	 * @param services the services that it belongs to
	 */
	public CertificateManager(CloudServices services) {
		this.services = services;
		this.rows = services.state().table("acm", Row.class);
		rows.forEach((arn, row) -> certificates.put(arn, row.restored()));
	}

	/**
	 * Imports a certificate, or imports it again under its old name.
	 *
	 * @param arn         the certificate to be replaced, {@code null} for a new one
	 * @param certificate PEM text
	 * @param privateKey  PEM text, not encrypted
	 * @param chain       PEM text of the issuers, empty for a self-signed certificate
	 * @return the imported certificate
	 */
	public synchronized AcmCertificate importCertificate(@Nullable String arn, byte[] certificate, byte[] privateKey,
			byte[] chain) {
		X509Certificate decoded = PemReader.certificate(certificate).orElseThrow(() -> invalid(
				"The certificate field contains no certificate that can be read. Give one PEM-encoded certificate."));
		PrivateKey key = PemReader.privateKey(privateKey).orElseThrow(() -> invalid(
				"The private key field contains no private key that can be read. Give one PEM-encoded, unencrypted key."));
		if (!belongTogether(decoded, key)) {
			throw invalid("The private key does not match the public key of the certificate.");
		}
		String name = arn == null ? services.arns().acmCertificate(UUID.randomUUID().toString()) : get(arn).arn();
		AcmCertificate imported = new AcmCertificate(name, decoded, text(certificate), text(chain), services.clock().instant(),
				key);
		certificates.put(name, imported);
		rows.put(name, new Row(name, certificate, chain, imported.importedAt(), privateKey));
		return imported;
	}

	/**
	 * Looks a certificate up.
	 *
	 * @param arn its ARN
	 * @return the certificate
	 */
	public synchronized AcmCertificate get(String arn) {
		return find(arn).orElseThrow(() -> ServiceException.notFound("Could not find certificate " + arn + "."));
	}

	/**
	 * Looks a certificate up that may be missing.
	 *
	 * @param arn its ARN
	 * @return the certificate, if there is one
	 */
	public synchronized Optional<AcmCertificate> find(String arn) {
		return Optional.ofNullable(certificates.get(arn));
	}

	/**
	 * All certificates.
	 *
	 * @return the certificates in the order of their import
	 */
	public synchronized List<AcmCertificate> list() {
		return List.copyOf(certificates.values());
	}

	/**
	 * Forgets a certificate and its key.
	 *
	 * @param arn its ARN
	 */
	public synchronized void delete(String arn) {
		certificates.remove(get(arn).arn());
		rows.remove(arn);
	}

	private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
		String algorithm = key instanceof ECKey ? "SHA256withECDSA" : "SHA256withRSA";
		try {
			byte[] sample = certificate.getSignature();
			Signature signer = Signature.getInstance(algorithm);
			signer.initSign(key);
			signer.update(sample);
			byte[] signature = signer.sign();
			signer.initVerify(certificate.getPublicKey());
			signer.update(sample);
			return signer.verify(signature);
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	private static String text(byte[] pem) {
		return new String(pem, StandardCharsets.US_ASCII);
	}

	private static ServiceException invalid(String message) {
		return new ServiceException("ValidationException", 400, message);
	}
}
