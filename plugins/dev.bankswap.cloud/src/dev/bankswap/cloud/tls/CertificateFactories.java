/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes the two certificates of the cloud: P-256 keys, ECDSA with SHA-256, because the device offers nothing else.
 */
final class CertificateFactories {

	private static final X500Name ROOT_NAME = new X500Name("CN=Bankswap Local Root CA,O=Bankswap");

	/** A board without a set clock believes to live in the past. */
	private static final Instant NOT_BEFORE = Instant.parse("2000-01-01T00:00:00Z");

	private static final Duration LIFETIME = Duration.ofDays(20 * 365L);

	private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

	private static final SecureRandom RANDOM = new SecureRandom();

	private CertificateFactories() {
		// functions only
	}

	static KeyPair newKey() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
		return generator.generateKeyPair();
	}

	static X509Certificate root(KeyPair pair, Instant now) throws GeneralSecurityException {
		try {
			X509v3CertificateBuilder builder = builder(ROOT_NAME, ROOT_NAME, pair.getPublic(), now);
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
			builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
			builder.addExtension(Extension.subjectKeyIdentifier, false,
					new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
			return sign(builder, pair.getPrivate());
		} catch (CertIOException e) {
			throw new GeneralSecurityException("The root certificate cannot be encoded", e);
		}
	}

	static X509Certificate server(PublicKey key, List<String> names, X509Certificate root, PrivateKey rootKey, Instant now)
			throws GeneralSecurityException {
		try {
			X509v3CertificateBuilder builder = builder(ROOT_NAME, new X500Name("CN=" + names.get(0)), key, now);
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
			builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
			builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
			builder.addExtension(Extension.authorityKeyIdentifier, false,
					new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.getPublicKey()));
			builder.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(names.stream().map(CertificateFactories::alternativeName).toArray(GeneralName[]::new)));
			return sign(builder, rootKey);
		} catch (CertIOException e) {
			throw new GeneralSecurityException("The server certificate cannot be encoded", e);
		}
	}

	private static GeneralName alternativeName(String name) {
		return new GeneralName(IP_ADDRESS.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName, name);
	}

	private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Instant now) {
		BigInteger serial = new BigInteger(127, RANDOM).add(BigInteger.ONE);
		return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(NOT_BEFORE), Date.from(now.plus(LIFETIME)), subject, key);
	}

	private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) throws GeneralSecurityException {
		try {
			return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
		} catch (OperatorCreationException e) {
			throw new GeneralSecurityException("The certificate cannot be signed", e);
		}
	}
}
