/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues the certificate that the seed makes with OpenSSL: self-signed, for a year, usable for code signing and nothing else. */
final class SigningCertificate {
	private static final Duration VALIDITY = Duration.ofDays(365);
	private static final int SERIAL_BITS = 159;

	private SigningCertificate() {
	}

	static byte[] issue(String commonName, PrivateKey key, byte[] publicKey, Clock clock) throws SigningException {
		Instant now = clock.instant();
		X500Name name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
		try {
			X509v3CertificateBuilder builder = new X509v3CertificateBuilder(name, new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
					Date.from(now), Date.from(now.plus(VALIDITY)), name, SubjectPublicKeyInfo.getInstance(publicKey));
			builder.addExtension(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature));
			builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning));
			return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)).getEncoded(); //$NON-NLS-1$
		} catch (IOException | OperatorCreationException e) {
			throw new SigningException(Messages.cannot_issue, e);
		}
	}
}
