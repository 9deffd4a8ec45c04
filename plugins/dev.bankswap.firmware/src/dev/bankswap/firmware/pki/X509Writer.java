/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;

import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * Writes certificates and certificate signing requests with exactly the structure that mbedTLS 3.1.0 gives them on the
 * device.
 */
public final class X509Writer {

	private static final int SERIAL_SIZE = 8;

	private static final int SHA256_SIZE = 32;

	private static final int SHA1_SIZE = 20;

	/** Bit 0 of a bit string with seven unused bits: SSL client, and digital signature. */
	private static final DERBitString FIRST_BIT = new DERBitString((byte) 0x80, 7);

	private static final String NOT_BEFORE = "19700101000000Z";

	private static final String NOT_AFTER = "20691231235959Z";

	private final SecureRandom random;

	private final boolean nullParameter;

	/**
	 * Creates a writer.
	 *
	 * @param random        source of serial numbers and of the nonces of signatures
	 * @param nullParameter whether the signature's AlgorithmIdentifier has an explicit NULL, as on the real device
	 */
	public X509Writer(SecureRandom random, boolean nullParameter) {
		this.random = random;
		this.nullParameter = nullParameter;
	}

	/**
	 * Writes a self-signed certificate.
	 *
	 * @param commonName name of issuer and subject
	 * @param key        the device's private key
	 * @return its DER
	 */
	public byte[] certificate(String commonName, ECPrivateKeyParameters key) {
		byte[] serial = new byte[SERIAL_SIZE];
		random.nextBytes(serial);
		byte[] point = EcKeys.point(key);
		ASN1EncodableVector body = new ASN1EncodableVector();
		body.add(new DERTaggedObject(true, 0, new ASN1Integer(2)));
		body.add(new ASN1Integer(new BigInteger(1, serial)));
		body.add(signatureAlgorithm());
		body.add(SubjectName.encode(commonName));
		body.add(sequence(new ASN1GeneralizedTime(NOT_BEFORE), new ASN1GeneralizedTime(NOT_AFTER)));
		body.add(SubjectName.encode(commonName));
		body.add(new SubjectPublicKeyInfo(EcKeys.algorithm(), point));
		body.add(new DERTaggedObject(true, 3, certificateExtensions(point)));
		return signed(new DERSequence(body), key);
	}

	/**
	 * Writes a certificate signing request.
	 *
	 * @param commonName name of the subject
	 * @param key        the device's private key
	 * @return its DER
	 */
	public byte[] request(String commonName, ECPrivateKeyParameters key) {
		ASN1Encodable extensions = sequence(extension(Extension.keyUsage, FIRST_BIT),
				extension(MiscObjectIdentifiers.netscapeCertType, FIRST_BIT));
		ASN1Encodable attribute = sequence(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(extensions));
		ASN1EncodableVector body = new ASN1EncodableVector();
		body.add(new ASN1Integer(0));
		body.add(SubjectName.encode(commonName));
		body.add(new SubjectPublicKeyInfo(EcKeys.algorithm(), EcKeys.point(key)));
		body.add(new DERTaggedObject(false, 0, new DERSet(attribute)));
		return signed(new DERSequence(body), key);
	}

	private static DERSequence certificateExtensions(byte[] point) {
		DEROctetString keyIdentifier = new DEROctetString(sha1(point));
		return sequence(extension(MiscObjectIdentifiers.netscapeCertType, FIRST_BIT),
				extension(Extension.basicConstraints, new DERSequence()), extension(Extension.subjectKeyIdentifier, keyIdentifier),
				extension(Extension.authorityKeyIdentifier, sequence(new DERTaggedObject(false, 0, keyIdentifier))),
				sequence(Extension.keyUsage, ASN1Boolean.TRUE, new DEROctetString(der(FIRST_BIT))));
	}

	private static DERSequence extension(ASN1ObjectIdentifier type, ASN1Object value) {
		return sequence(type, new DEROctetString(der(value)));
	}

	private byte[] signed(DERSequence body, ECPrivateKeyParameters key) {
		return der(sequence(body, signatureAlgorithm(), new DERBitString(signature(der(body), key))));
	}

	private DERSequence signatureAlgorithm() {
		return nullParameter ? sequence(X9ObjectIdentifiers.ecdsa_with_SHA256, DERNull.INSTANCE)
				: sequence(X9ObjectIdentifiers.ecdsa_with_SHA256);
	}

	private byte[] signature(byte[] message, ECPrivateKeyParameters key) {
		SHA256Digest digest = new SHA256Digest();
		digest.update(message, 0, message.length);
		byte[] hash = new byte[SHA256_SIZE];
		digest.doFinal(hash, 0);
		ECDSASigner signer = new ECDSASigner();
		signer.init(true, new ParametersWithRandom(key, random));
		BigInteger[] parts = signer.generateSignature(hash);
		try {
			return StandardDSAEncoding.INSTANCE.encode(EcKeys.P256.getN(), parts[0], parts[1]);
		} catch (IOException impossible) {
			throw new IllegalStateException("A signature could not be encoded", impossible);
		}
	}

	private static byte[] sha1(byte[] data) {
		SHA1Digest digest = new SHA1Digest();
		digest.update(data, 0, data.length);
		byte[] hash = new byte[SHA1_SIZE];
		digest.doFinal(hash, 0);
		return hash;
	}

	private static DERSequence sequence(ASN1Encodable... elements) {
		return new DERSequence(elements);
	}

	private static byte[] der(ASN1Object object) {
		try {
			return object.getEncoded(ASN1Encoding.DER);
		} catch (IOException impossible) {
			throw new IllegalStateException("An ASN.1 object in memory could not be encoded", impossible);
		}
	}
}
