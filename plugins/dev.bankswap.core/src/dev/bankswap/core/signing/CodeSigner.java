/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

import dev.bankswap.device.PemText;

/**
 * A code-signing key with its certificate: P-256, ECDSA over SHA-256, as the firmware checks it. The key stays on this machine unless it is
 * given to AWS Signer on purpose.
 */
public final class CodeSigner {
	private static final String ALGORITHM = "SHA256withECDSA"; //$NON-NLS-1$

	private final byte[] privateKey;
	private final byte[] publicKey;
	private final byte[] certificate;

	private CodeSigner(byte[] privateKey, byte[] publicKey, byte[] certificate) {
		this.privateKey = privateKey;
		this.publicKey = publicKey;
		this.certificate = certificate;
	}

	/**
	 * Makes a new key and a certificate for it that is valid for a year, with the seed's extensions.
	 *
	 * @param commonName subject of the certificate, usually a mail address
	 * @param clock tells when the certificate becomes valid
	 * @return the signer
	 * @throws SigningException if this Java cannot make such keys
	 */
	public static CodeSigner generate(String commonName, Clock clock) throws SigningException {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC"); //$NON-NLS-1$
			generator.initialize(new ECGenParameterSpec("secp256r1")); //$NON-NLS-1$
			KeyPair pair = generator.generateKeyPair();
			byte[] spki = pair.getPublic().getEncoded();
			return new CodeSigner(pair.getPrivate().getEncoded(), spki, SigningCertificate.issue(commonName, pair.getPrivate(), spki, clock));
		} catch (GeneralSecurityException e) {
			throw new SigningException(Messages.cannot_generate, e);
		}
	}

	/**
	 * Takes a key from a file, for instance the seed's {@code ecdsasigner-priv-key.pem}, and makes a certificate for it.
	 *
	 * @param privateKeyPem the key, PKCS#8 or SEC1
	 * @param commonName subject of the certificate
	 * @param clock tells when the certificate becomes valid
	 * @return the signer
	 * @throws SigningException if it is not an unencrypted key on P-256
	 */
	public static CodeSigner ofKey(String privateKeyPem, String commonName, Clock clock) throws SigningException {
		byte[][] keys = keys(privateKeyPem);
		return new CodeSigner(keys[0], keys[1], SigningCertificate.issue(commonName, privateKey(keys[0]), keys[1], clock));
	}

	/**
	 * Takes a key and its certificate from files.
	 *
	 * @param privateKeyPem the key, PKCS#8 or SEC1
	 * @param certificatePem the certificate
	 * @return the signer
	 * @throws SigningException if they are not usable, or do not belong together
	 */
	public static CodeSigner ofPem(String privateKeyPem, String certificatePem) throws SigningException {
		byte[][] keys = keys(privateKeyPem);
		byte[] der = PemText.decode(certificatePem).orElseThrow(() -> new SigningException(Messages.certificate_unreadable, null));
		try {
			X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)); //$NON-NLS-1$
			if (!Arrays.equals(read.getPublicKey().getEncoded(), keys[1])) {
				throw new SigningException(Messages.certificate_otherKey, null);
			}
		} catch (GeneralSecurityException e) {
			throw new SigningException(Messages.certificate_unreadable, e);
		}
		return new CodeSigner(keys[0], keys[1], der);
	}

	private static byte[][] keys(String pem) throws SigningException {
		PrivateKeyInfo info = KeyReader.read(pem);
		try {
			return new byte[][] { info.getEncoded(), KeyReader.publicKey(info) };
		} catch (SigningException e) {
			throw e;
		} catch (IOException e) {
			throw new SigningException(Messages.key_unreadable, null);
		}
	}

	private static PrivateKey privateKey(byte[] pkcs8) throws SigningException {
		try {
			return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)); //$NON-NLS-1$
		} catch (GeneralSecurityException e) {
			throw new SigningException(Messages.key_unreadable, null);
		}
	}

	/**
	 * Signs an image.
	 *
	 * @param image the bytes that the board will receive
	 * @return the signature in DER
	 * @throws SigningException if the key cannot be used
	 */
	public byte[] sign(byte[] image) throws SigningException {
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(privateKey(privateKey));
			signature.update(image);
			return signature.sign();
		} catch (GeneralSecurityException e) {
			throw new SigningException(Messages.cannot_sign, e);
		}
	}

	/**
	 * Checks a signature the way the board does.
	 *
	 * @param publicKey the key as SubjectPublicKeyInfo in DER, for instance as it was exported by the board
	 * @param image the bytes that the board will receive
	 * @param signature the signature in DER
	 * @return whether it fits
	 */
	public static boolean verify(byte[] publicKey, byte[] image, byte[] signature) {
		try {
			PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKey)); //$NON-NLS-1$
			Signature check = Signature.getInstance(ALGORITHM);
			check.initVerify(key);
			check.update(image);
			return check.verify(signature);
		} catch (GeneralSecurityException e) {
			// a damaged key or signature does not fit
			return false;
		}
	}

	/**
	 * Returns the public key.
	 *
	 * @return a copy, as SubjectPublicKeyInfo in DER
	 */
	public byte[] publicKey() {
		return publicKey.clone();
	}

	/**
	 * Returns the public key as a file.
	 *
	 * @return PEM text
	 */
	public String publicKeyPem() {
		return PemText.text("PUBLIC KEY", publicKey); //$NON-NLS-1$
	}

	/**
	 * Returns the certificate as a file.
	 *
	 * @return PEM text
	 */
	public String certificatePem() {
		return PemText.text("CERTIFICATE", certificate); //$NON-NLS-1$
	}

	/**
	 * Returns the private key as a file. Whoever has it can sign images for all boards that trust it.
	 *
	 * @return PEM text, PKCS#8
	 */
	public String privateKeyPem() {
		return PemText.text("PRIVATE KEY", privateKey); //$NON-NLS-1$
	}
}
