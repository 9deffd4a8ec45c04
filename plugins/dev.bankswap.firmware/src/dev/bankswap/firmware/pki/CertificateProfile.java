/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.pki;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Which certificates the firmware's mbedTLS can parse: ECDSA signatures and P-256 keys only, because RSA and the larger
 * curves are not compiled in. A switch brings them back.
 */
public final class CertificateProfile {

	private static final Set<ASN1ObjectIdentifier> ECDSA = Set.of(X9ObjectIdentifiers.ecdsa_with_SHA224,
			X9ObjectIdentifiers.ecdsa_with_SHA256, X9ObjectIdentifiers.ecdsa_with_SHA384,
			X9ObjectIdentifiers.ecdsa_with_SHA512);

	private static final Set<ASN1ObjectIdentifier> RSA = Set.of(PKCSObjectIdentifiers.sha1WithRSAEncryption,
			PKCSObjectIdentifiers.sha224WithRSAEncryption, PKCSObjectIdentifiers.sha256WithRSAEncryption,
			PKCSObjectIdentifiers.sha384WithRSAEncryption, PKCSObjectIdentifiers.sha512WithRSAEncryption);

	private final boolean rsaAndP384;

	/**
	 * Creates a profile.
	 *
	 * @param rsaAndP384 whether RSA and P-384 are compiled in
	 */
	public CertificateProfile(boolean rsaAndP384) {
		this.rsaAndP384 = rsaAndP384;
	}

	/**
	 * Parses a certificate.
	 *
	 * @param der the bytes; what follows the certificate is ignored
	 * @return the certificate's own bytes, or empty if the firmware cannot parse it
	 */
	public Optional<byte[]> parse(byte[] der) {
		try {
			byte[] own = DerLength.first(der);
			Certificate certificate = Certificate.getInstance(ASN1Primitive.fromByteArray(own));
			boolean known = knownSignature(certificate.getSignatureAlgorithm().getAlgorithm())
					&& certificate.getSignatureAlgorithm().equals(certificate.getTBSCertificate().getSignature())
					&& knownKey(certificate.getSubjectPublicKeyInfo());
			return known ? Optional.of(own) : Optional.empty();
		} catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException unreadable) {
			// no certificate; Bouncy Castle says so with several unchecked exceptions
			return Optional.empty();
		}
	}

	private boolean knownSignature(ASN1ObjectIdentifier algorithm) {
		return ECDSA.contains(algorithm) || rsaAndP384 && RSA.contains(algorithm);
	}

	private boolean knownKey(SubjectPublicKeyInfo key) {
		if (key.getAlgorithm().equals(EcKeys.algorithm())) {
			return EcKeys.onCurve(key.getPublicKeyData().getBytes()).isPresent();
		}
		return rsaAndP384 && (key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
				|| SECObjectIdentifiers.secp384r1.equals(key.getAlgorithm().getParameters()));
	}
}
