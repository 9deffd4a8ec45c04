/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.bankswap.cloud.service.TestServices.Identity;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class CertificateRegistryTest {

	private final TestServices cloud = new TestServices();

	private final CertificateRegistry certificates = cloud.services.certificates();

	@AfterEach
	void close() {
		cloud.close();
	}

	private static String code(Runnable action) {
		return assertThrows(ServiceException.class, action::run).code();
	}

	@Test
	void theIdIsTheHashOfTheDerEncoding() throws Exception {
		Identity identity = TestServices.identity("board");
		byte[] der = identity.certificate().getEncoded();
		String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));

		Certificate registered = certificates.registerWithoutCa("a comment\n" + identity.pem().replace("\n", "\r\n"), CertificateStatus.ACTIVE);

		assertEquals(expected, registered.id());
		assertEquals("arn:aws:iot:us-west-2:123456789012:cert/" + expected, registered.arn());
		assertEquals(registered, certificates.byDer(der).orElseThrow());
		assertEquals(identity.pem(), registered.pem());
	}

	@Test
	void registeringTwiceIsRefusedAndNamesTheCertificate() {
		Identity identity = TestServices.identity("board");
		Certificate first = certificates.registerWithoutCa(identity.pem(), CertificateStatus.ACTIVE);

		ServiceException refusal = assertThrows(ServiceException.class,
				() -> certificates.registerWithoutCa(identity.pem(), CertificateStatus.ACTIVE));
		assertEquals("ResourceAlreadyExistsException", refusal.code());
		assertTrue(String.valueOf(refusal.getMessage()).contains(first.arn()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
			"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
			"-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n", "-----BEGIN CERTIFICATE-----\nAAAA",
			"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" })
	void whatIsNoCertificateIsRefused(String pem) {
		assertEquals("CertificateValidationException", code(() -> certificates.registerWithoutCa(pem, CertificateStatus.ACTIVE)));
	}

	@Test
	void mutatedPemIsTakenOrRefused() {
		String pem = TestServices.identity("board").pem();
		Random random = new Random(11);
		for (int i = 0; i < 500; i++) {
			StringBuilder text = new StringBuilder(pem);
			text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(95)));
			try {
				certificates.registerWithoutCa(text.toString(), CertificateStatus.INACTIVE);
			} catch (ServiceException expected) {
				assertTrue(List.of("CertificateValidationException", "ResourceAlreadyExistsException").contains(expected.code()));
			}
		}
	}

	@Test
	void deletionNeedsAnInactiveUnusedCertificate() {
		Certificate certificate = cloud.device("board", TestServices.identity("board"));

		assertEquals("CertificateStateException", code(() -> certificates.delete(certificate.id(), true)));
		certificates.updateStatus(certificate.id(), CertificateStatus.INACTIVE);
		assertEquals("DeleteConflictException", code(() -> certificates.delete(certificate.id(), true)));
		cloud.services.things().detachPrincipal("board", certificate.arn());
		assertEquals("DeleteConflictException", code(() -> certificates.delete(certificate.id(), false)));
		certificates.delete(certificate.id(), true);

		assertTrue(certificates.list().isEmpty());
		assertTrue(cloud.services.policies().targetsOf("policy-board").isEmpty());
	}

	@Test
	void aSigningRequestBecomesACertificate() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(256);
		KeyPair pair = generator.generateKeyPair();
		var csr = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=board"), pair.getPublic())
				.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
		StringWriter pem = new StringWriter();
		try (PemWriter writer = new PemWriter(pem)) {
			writer.writeObject(new PemObject("CERTIFICATE REQUEST", csr.getEncoded()));
		}

		Certificate issued = certificates.createFromCsr(pem.toString(), true);

		assertEquals(pair.getPublic(), Pem.certificate(issued.pem()).getPublicKey());
		assertEquals(CertificateStatus.ACTIVE, certificates.get(issued.id()).status());
		assertEquals("InvalidRequestException", code(() -> certificates.createFromCsr(
				"-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n", true)));
	}

	@Test
	void anAttachedThingCannotBeDeleted() {
		Certificate certificate = cloud.device("board", TestServices.identity("board"));

		assertEquals("InvalidRequestException", code(() -> cloud.services.things().delete("board")));
		assertEquals(List.of("board"), cloud.services.things().thingsOf(certificate.arn()));
		cloud.services.things().detachPrincipal("board", certificate.arn());
		cloud.services.things().delete("board");
		assertEquals("ResourceNotFoundException", code(() -> cloud.services.things().get("board")));
		cloud.services.things().delete("board");
	}

	@Test
	void creatingTheSameThingAgainChangesNothing() {
		ThingRegistry things = cloud.services.things();
		Thing first = things.create("board", java.util.Map.of("a", "1"));

		assertEquals(first, things.create("board", java.util.Map.of("a", "1")));
		assertEquals("ResourceAlreadyExistsException", code(() -> things.create("board", java.util.Map.of())));
		assertEquals("InvalidRequestException", code(() -> things.create("no blanks", java.util.Map.of())));
	}
}
