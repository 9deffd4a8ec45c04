/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/** Keys on the curve P-256, the only one that this build knows, in the formats in which they are stored. */
public final class EcKeys {

	/** Parameters of the curve P-256. */
	public static final ECDomainParameters P256 = domain();

	/** Size of an uncompressed point. */
	private static final int POINT_SIZE = 65;

	private static final int UNCOMPRESSED = 0x04;

	private EcKeys() {
	}

	/**
	 * Generates a private key.
	 *
	 * @param random source of randomness
	 * @return the key; the caller keeps it to itself
	 */
	public static ECPrivateKeyParameters generate(SecureRandom random) {
		ECKeyPairGenerator generator = new ECKeyPairGenerator();
		generator.init(new ECKeyGenerationParameters(P256, random));
		AsymmetricCipherKeyPair pair = generator.generateKeyPair();
		return (ECPrivateKeyParameters) pair.getPrivate();
	}

	/**
	 * Returns the uncompressed point of the public key.
	 *
	 * @param key the private key
	 * @return 65 bytes
	 */
	public static byte[] point(ECPrivateKeyParameters key) {
		return P256.getG().multiply(key.getD()).normalize().getEncoded(false);
	}

	/**
	 * Encodes a private key as the device stores it: SEC1 with curve and public key.
	 *
	 * @param key the private key
	 * @return 121 bytes
	 */
	public static byte[] sec1(ECPrivateKeyParameters key) {
		return encoded(new ECPrivateKey(P256.getN().bitLength(), key.getD(), new DERBitString(point(key)),
				SECObjectIdentifiers.secp256r1));
	}

	/**
	 * Encodes a public key as the device stores it: SubjectPublicKeyInfo.
	 *
	 * @param point the uncompressed point
	 * @return 91 bytes
	 */
	public static byte[] subjectPublicKeyInfo(byte[] point) {
		return encoded(new SubjectPublicKeyInfo(algorithm(), point));
	}

	/**
	 * Reads a private key.
	 *
	 * @param der its SEC1 form
	 * @return the key, or empty if this is no P-256 key
	 */
	public static Optional<ECPrivateKeyParameters> privateKey(byte[] der) {
		try {
			BigInteger secret = ECPrivateKey.getInstance(ASN1Primitive.fromByteArray(der)).getKey();
			boolean valid = secret.signum() > 0 && secret.compareTo(P256.getN()) < 0;
			return valid ? Optional.of(new ECPrivateKeyParameters(secret, P256)) : Optional.empty();
		} catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException unreadable) {
			return refused(unreadable);
		}
	}

	/**
	 * Reads a public key as mbedTLS does with only P-256 compiled in: the point must be uncompressed and on the curve. What
	 * follows the structure is ignored.
	 *
	 * @param der its SubjectPublicKeyInfo
	 * @return the uncompressed point, or empty
	 */
	public static Optional<byte[]> publicPoint(byte[] der) {
		try {
			SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(ASN1Primitive.fromByteArray(DerLength.first(der)));
			ASN1BitString bits = info.getPublicKeyData();
			boolean curve = algorithm().equals(info.getAlgorithm());
			return curve && bits.getPadBits() == 0 ? onCurve(bits.getBytes()) : Optional.empty();
		} catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException unreadable) {
			return refused(unreadable);
		}
	}

	/**
	 * Checks a public point.
	 *
	 * @param bytes the bytes that a key contains
	 * @return the same, if they are an uncompressed point of the curve
	 */
	static Optional<byte[]> onCurve(byte[] bytes) {
		if (bytes.length != POINT_SIZE || bytes[0] != UNCOMPRESSED) {
			return Optional.empty();
		}
		try {
			ECPoint point = P256.getCurve().decodePoint(bytes);
			new ECPublicKeyParameters(point, P256);
			return Optional.of(Arrays.copyOf(bytes, bytes.length));
		} catch (IllegalArgumentException offCurve) {
			return refused(offCurve);
		}
	}

	static AlgorithmIdentifier algorithm() {
		return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
	}

	private static byte[] encoded(org.bouncycastle.asn1.ASN1Object object) {
		try {
			return object.getEncoded(ASN1Encoding.DER);
		} catch (IOException impossible) {
			throw new IllegalStateException("An ASN.1 object in memory could not be encoded", impossible);
		}
	}

	private static ECDomainParameters domain() {
		X9ECParameters curve = SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
		return new ECDomainParameters(curve);
	}

	/** The firmware looks at the error code only; the text of the library could even quote the key. */
	private static <T> Optional<T> refused(Exception unreadable) {
		assert !(unreadable instanceof NullPointerException);
		return Optional.empty();
	}
}
