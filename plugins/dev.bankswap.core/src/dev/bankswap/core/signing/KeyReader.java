/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.signing;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Reads private keys that OpenSSL wrote: PKCS#8 or SEC1, with or without the public half. Only keys on P-256 are taken. */
final class KeyReader {
	private KeyReader() {
	}

	/** Finds the first private key in a PEM text; curve parameters and certificates before it are passed over. */
	static PrivateKeyInfo read(String pem) throws SigningException {
		try (PEMParser parser = new PEMParser(new StringReader(pem))) {
			for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
				if (object instanceof PEMKeyPair pair) {
					return checked(pair.getPrivateKeyInfo());
				}
				if (object instanceof PrivateKeyInfo info) {
					return checked(info);
				}
				if (object instanceof PEMEncryptedKeyPair || object instanceof PKCS8EncryptedPrivateKeyInfo) {
					throw new SigningException(Messages.key_encrypted, null);
				}
			}
		} catch (SigningException e) {
			throw e;
		} catch (IOException | RuntimeException e) {
			// the library's messages may quote the input, which is a private key
			throw new SigningException(Messages.key_unreadable, null);
		}
		throw new SigningException(Messages.key_unreadable, null);
	}

	private static PrivateKeyInfo checked(PrivateKeyInfo info) throws SigningException {
		AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
		boolean p256 = X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())
				&& algorithm.getParameters() instanceof ASN1ObjectIdentifier curve && SECObjectIdentifiers.secp256r1.equals(curve);
		if (!p256) {
			throw new SigningException(Messages.key_notP256, null);
		}
		return info;
	}

	/** Computes the public half; a PKCS#8 key need not carry it. */
	static byte[] publicKey(PrivateKeyInfo info) throws SigningException {
		try {
			BigInteger secret = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
			X9ECParameters curve = CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
			if (secret.signum() <= 0 || secret.compareTo(curve.getN()) >= 0) {
				throw new SigningException(Messages.key_unreadable, null);
			}
			byte[] point = curve.getG().multiply(secret).normalize().getEncoded(false);
			return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1), point).getEncoded();
		} catch (SigningException e) {
			throw e;
		} catch (IOException | RuntimeException e) {
			throw new SigningException(Messages.key_unreadable, null);
		}
	}
}
