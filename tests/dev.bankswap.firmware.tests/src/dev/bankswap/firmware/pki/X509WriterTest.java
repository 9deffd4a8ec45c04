/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.pki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class X509WriterTest {

	private static final String NAME = "my_thing_name";

	private static final String WITH_NULL = "300c06082a8648ce3d0403020500";

	private final ECPrivateKeyParameters key = EcKeys.generate(new SecureRandom());

	@Test
	void certificateHasTheFieldsOfTheDevice() throws Exception {
		byte[] der = new X509Writer(new SecureRandom(), true).certificate(NAME, key);
		X509Certificate certificate = parse(der);
		assertEquals(3, certificate.getVersion());
		assertEquals("CN=" + NAME, certificate.getSubjectX500Principal().getName());
		assertEquals("CN=" + NAME, certificate.getIssuerX500Principal().getName());
		assertTrue(certificate.getSerialNumber().signum() > 0 && certificate.getSerialNumber().bitLength() <= 64);
		assertEquals(Instant.parse("1970-01-01T00:00:00Z"), certificate.getNotBefore().toInstant());
		assertEquals(Instant.parse("2069-12-31T23:59:59Z"), certificate.getNotAfter().toInstant());
		assertEquals("1.2.840.10045.4.3.2", certificate.getSigAlgOID());
		certificate.verify(certificate.getPublicKey());
		assertArrayEquals(EcKeys.subjectPublicKeyInfo(EcKeys.point(key)), certificate.getPublicKey().getEncoded());
		assertEquals(-1, certificate.getBasicConstraints());
		assertArrayEquals(new boolean[] { true, false, false, false, false, false, false, false, false }, certificate.getKeyUsage());
		assertEquals(Set.of("2.5.29.15"), certificate.getCriticalExtensionOIDs());
		assertNull(certificate.getExtendedKeyUsage());
		assertTrue(der.length >= 416 && der.length <= 420, "size " + der.length);
	}

	@Test
	void extensionsComeInTheOrderOfTheDevice() throws Exception {
		Certificate certificate = structure(new X509Writer(new SecureRandom(), false).certificate(NAME, key));
		String identifier = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(EcKeys.point(key)));
		String[][] expected = { { "2.16.840.1.113730.1.1", "03020780" }, { "2.5.29.19", "3000" },
				{ "2.5.29.14", "0414" + identifier }, { "2.5.29.35", "30168014" + identifier }, { "2.5.29.15", "03020780" } };
		ASN1Sequence extensions = ASN1Sequence.getInstance(certificate.getTBSCertificate().getExtensions());
		assertEquals(expected.length, extensions.size());
		for (int i = 0; i < expected.length; i++) {
			Extension extension = Extension.getInstance(extensions.getObjectAt(i));
			assertEquals(expected[i][0], extension.getExtnId().getId());
			assertEquals(expected[i][1], HexFormat.of().formatHex(extension.getExtnValue().getOctets()));
		}
	}

	@Test
	void timesAreGeneralizedAndTheNameIsUtf8() throws Exception {
		Certificate certificate = structure(new X509Writer(new SecureRandom(), false).certificate("K\u00E4se", key));
		assertTrue(certificate.getStartDate().toASN1Primitive() instanceof ASN1GeneralizedTime);
		assertTrue(certificate.getEndDate().toASN1Primitive() instanceof ASN1GeneralizedTime);
		assertTrue(certificate.getSubject().getRDNs()[0].getFirst().getValue() instanceof DERUTF8String);
	}

	@Test
	void nullParameterIsASwitch() {
		String with = HexFormat.of().formatHex(new X509Writer(new SecureRandom(), true).certificate(NAME, key));
		String without = HexFormat.of().formatHex(new X509Writer(new SecureRandom(), false).certificate(NAME, key));
		assertEquals(3, with.split(WITH_NULL, -1).length);
		assertEquals(1, without.split(WITH_NULL, -1).length);
		assertEquals(3, without.split("300a06082a8648ce3d040302", -1).length);
	}

	@Test
	void emptyNameIsAllowed() throws Exception {
		assertEquals("CN=", parse(new X509Writer(new SecureRandom(), false).certificate("", key)).getSubjectX500Principal().getName());
	}

	@Test
	void requestHasTheStructureOfTheDevice() throws Exception {
		PKCS10CertificationRequest request = new PKCS10CertificationRequest(new X509Writer(new SecureRandom(), false).request(NAME, key));
		assertEquals("CN=" + NAME, request.getSubject().toString());
		assertArrayEquals(EcKeys.subjectPublicKeyInfo(EcKeys.point(key)), request.getSubjectPublicKeyInfo().getEncoded());
		assertTrue(request.isSignatureValid(
				new JcaContentVerifierProviderBuilder().setProvider(new BouncyCastleProvider()).build(request.getSubjectPublicKeyInfo())));
		assertArrayEquals(new String[] { "2.5.29.15", "2.16.840.1.113730.1.1" }, Arrays
				.stream(request.getRequestedExtensions().getExtensionOIDs()).map(Object::toString).toArray(String[]::new));
		assertTrue(request.getRequestedExtensions().getCriticalExtensionOIDs().length == 0);
	}

	@Test
	void keysHaveTheStoredForms() {
		byte[] secret = EcKeys.sec1(key);
		assertEquals(121, secret.length);
		assertEquals("30770201010420", HexFormat.of().formatHex(secret, 0, 7));
		assertEquals("a00a06082a8648ce3d030107a144034200", HexFormat.of().formatHex(secret, 39, 56));
		assertEquals(91, EcKeys.subjectPublicKeyInfo(EcKeys.point(key)).length);
		assertEquals(key.getD(), EcKeys.privateKey(secret).orElseThrow().getD());
	}

	@Test
	void namesAreParsedAsMbedTlsDoes() {
		assertEquals("a", SubjectName.parse("a,b").commonName().orElseThrow());
		assertEquals("a,b", SubjectName.parse("a\\,b").commonName().orElseThrow());
		assertEquals("a=b", SubjectName.parse("a=b").commonName().orElseThrow());
		for (String wrong : new String[] { "a\\b", "a\\", "a,b=c", "x".repeat(256) }) {
			assertTrue(SubjectName.parse(wrong).commonName().isEmpty(), wrong);
			assertTrue(SubjectName.parse(wrong).problem().startsWith("X509 - "));
		}
	}

	@Test
	void parsersSurviveDamagedInput() {
		java.util.Random random = new java.util.Random(5);
		byte[] certificate = new X509Writer(new SecureRandom(new byte[] { 1 }), false).certificate(NAME, key);
		CertificateProfile profile = new CertificateProfile(true);
		for (int i = 0; i < 5_000; i++) {
			byte[] damaged = Arrays.copyOf(certificate, random.nextInt(certificate.length) + 1);
			damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			profile.parse(damaged);
			EcKeys.publicPoint(damaged);
			EcKeys.privateKey(damaged);
		}
		assertTrue(profile.parse(certificate).isPresent());
		assertTrue(profile.parse(Arrays.copyOf(certificate, certificate.length - 1)).isEmpty());
		assertArrayEquals(certificate, profile.parse(Arrays.copyOf(certificate, certificate.length + 9)).orElseThrow());
	}

	@Test
	void publicKeysMustBeOnTheCurve() {
		byte[] info = EcKeys.subjectPublicKeyInfo(EcKeys.point(key));
		assertTrue(EcKeys.publicPoint(info).isPresent());
		info[info.length - 1] ^= 1;
		assertTrue(EcKeys.publicPoint(info).isEmpty());
		assertTrue(EcKeys.publicPoint("no DER".getBytes(StandardCharsets.US_ASCII)).isEmpty());
		assertTrue(EcKeys.privateKey(EcKeys.subjectPublicKeyInfo(EcKeys.point(key))).isEmpty());
	}

	private static X509Certificate parse(byte[] der) throws Exception {
		return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
	}

	private static Certificate structure(byte[] der) {
		return Certificate.getInstance(der);
	}
}
