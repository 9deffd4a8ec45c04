/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/**
 * Issues device certificates for signing requests, as AWS does with a CA of its own. Nobody ever checks the chain, so the
 * CA key lives no longer than this object.
 */
final class DeviceCertificateIssuer {

	private static final X500Name ISSUER = new X500Name("OU=Bankswap local AWS IoT device CA");

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	DeviceCertificateIssuer(Clock clock) {
		this.clock = clock;
	}

	X509Certificate issue(String csrPem) {
		try {
			PKCS10CertificationRequest csr = new PKCS10CertificationRequest(Pem.decode(csrPem, "CERTIFICATE REQUEST"));
			// the platform does not find its key factory by the number in the request; Bouncy Castle does
			if (!csr.isSignatureValid(new JcaContentVerifierProviderBuilder().setProvider(new BouncyCastleProvider()).build(csr.getSubjectPublicKeyInfo()))) {
				throw ServiceException.invalid("The signature of the CSR does not fit its public key");
			}
			Instant now = clock.instant();
			X509v3CertificateBuilder builder = new X509v3CertificateBuilder(ISSUER, new BigInteger(127, random).add(BigInteger.ONE),
					Date.from(now.minus(1, ChronoUnit.HOURS)), Date.from(now.plus(365 * 25L, ChronoUnit.DAYS)), csr.getSubject(),
					csr.getSubjectPublicKeyInfo());
			return new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
		} catch (IOException | PKCSException | OperatorCreationException | GeneralSecurityException e) {
			throw ServiceException.invalid("The CSR is not valid: " + e.getMessage());
		}
	}

	private ContentSigner signer() throws GeneralSecurityException, OperatorCreationException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"), random);
		KeyPair key = generator.generateKeyPair();
		return new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
	}
}
