/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Date;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Makes the kind of certificate that the device refuses. */
final class RsaCertificate {

	private RsaCertificate() {
	}

	static byte[] make(KeyPair pair) throws GeneralSecurityException, IOException {
		AlgorithmIdentifier algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
		V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
		generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
		generator.setSignature(algorithm);
		generator.setIssuer(new X500Name("CN=RSA Root"));
		generator.setSubject(new X500Name("CN=RSA Root"));
		generator.setStartDate(new Time(new Date(0)));
		generator.setEndDate(new Time(new Date(1L << 40)));
		generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
		TBSCertificate body = generator.generateTBSCertificate();
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initSign(pair.getPrivate());
		signature.update(body.getEncoded("DER"));
		return new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] { body, algorithm, new DERBitString(signature.sign()) })
				.getEncoded("DER");
	}
}
