/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Verifies an ECDSA signature as {@code mbedtls_pk_verify} does, with the error codes and texts of mbedTLS. */
final class SignatureCheck {

	/** The outcome: 0 or the negative code of mbedTLS, and its two texts. */
	record Result(int code, String high, String low) {

		boolean good() {
			return code == 0;
		}
	}

	private static final String NO_LOW_LEVEL = "<No-Low-Level-Code>";

	private static final Result GOOD = new Result(0, "", "");
	private static final Result INVALID = new Result(-0x4E00, "ECP - The signature is not valid", NO_LOW_LEVEL);
	private static final Result TRAILING_BYTES = new Result(-0x4C00,
			"ECP - The buffer contains a valid signature followed by more data", NO_LOW_LEVEL);
	private static final Result NO_DER = new Result(-0x4FE2, "ECP - Bad input parameters to function",
			"ASN1 - ASN1 tag was of an unexpected value");

	private SignatureCheck() {
	}

	/** Reads a P-256 key from its SubjectPublicKeyInfo; empty if it is anything else. */
	static Optional<ECPublicKeyParameters> key(byte[] subjectPublicKeyInfo) {
		try {
			AsymmetricKeyParameter key = PublicKeyFactory.createKey(subjectPublicKeyInfo);
			return key instanceof ECPublicKeyParameters ec ? Optional.of(ec) : Optional.empty();
		} catch (IOException | RuntimeException unusable) {
			// what was imported is no key; Bouncy Castle says so with several unchecked exceptions
			return Optional.empty();
		}
	}

	/** Verifies a signature in DER over a hash. */
	static Result verify(ECPublicKeyParameters key, byte[] hash, byte[] signature) {
		try (ASN1InputStream in = new ASN1InputStream(signature)) {
			ASN1Primitive first = in.readObject();
			if (!(first instanceof ASN1Sequence pair) || pair.size() != 2) {
				return NO_DER;
			}
			BigInteger r = ASN1Integer.getInstance(pair.getObjectAt(0)).getValue();
			BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
			ECDSASigner verifier = new ECDSASigner();
			verifier.init(false, key);
			if (!verifier.verifySignature(hash, r, s)) {
				return INVALID;
			}
			return in.read() < 0 ? GOOD : TRAILING_BYTES;
		} catch (IOException | RuntimeException malformed) {
			// no DER; Bouncy Castle says so with several unchecked exceptions
			return NO_DER;
		}
	}
}
