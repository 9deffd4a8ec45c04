/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;

import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

import dev.bankswap.firmware.pki.EcKeys;
import dev.bankswap.firmware.pki.X509Writer;

/** Certificates and keys that tests paste. They are made here, so that nobody mistakes them for real ones. */
final class TestCertificates {

	private static final byte[] EC_ROOT = ecCertificate();

	private static final KeyPair RSA = rsa();

	private TestCertificates() {
	}

	static String pem(String type, byte[] der) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der) + "\n-----END "
				+ type + "-----\n";
	}

	static byte[] ecRoot() {
		return EC_ROOT.clone();
	}

	static byte[] ecPublicKey() {
		return EcKeys.subjectPublicKeyInfo(EcKeys.point(EcKeys.generate(new SecureRandom(new byte[] { 1 }))));
	}

	static byte[] rsaPublicKey() {
		return RSA.getPublic().getEncoded();
	}

	/** A self-signed RSA certificate. */
	static byte[] rsaRoot() {
		try {
			return RsaCertificate.make(RSA);
		} catch (GeneralSecurityException | java.io.IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	static PublicKey rsaKey() {
		return RSA.getPublic();
	}

	private static byte[] ecCertificate() {
		ECPrivateKeyParameters key = EcKeys.generate(new SecureRandom());
		return new X509Writer(new SecureRandom(), false).certificate("Test Root", key);
	}

	private static KeyPair rsa() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		} catch (GeneralSecurityException failure) {
			throw new IllegalStateException(failure);
		}
	}
}
