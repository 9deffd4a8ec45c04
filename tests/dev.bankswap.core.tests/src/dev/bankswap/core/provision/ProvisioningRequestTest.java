/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.core.operation.FailureKind;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.device.PemText;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class ProvisioningRequestTest {
	private static ProvisioningRequest request(String thing, int port, String ssid, String password) throws OperationFailure {
		return new ProvisioningRequest(thing, Optional.of("localhost"), port, Optional.of(new WifiNetwork(ssid, new Secret(password.toCharArray()))),
				RootCertificate.amazonRootCa3(), PolicyChoice.LEAST_PRIVILEGE, false);
	}

	private static String root(String algorithm, int bits, String signature) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
		generator.initialize(bits);
		KeyPair keys = generator.generateKeyPair();
		X500Name name = new X500Name("CN=Root");
		return PemText.text("CERTIFICATE", new X509v3CertificateBuilder(name, BigInteger.ONE, Date.from(Instant.EPOCH),
				Date.from(Instant.ofEpochSecond(3155759999L)), name, SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
				.build(new JcaContentSignerBuilder(signature).build(keys.getPrivate())).getEncoded());
	}

	@Test
	void takesNamesAndPasswordsUpToTheirLimits() throws OperationFailure {
		assertDoesNotThrow(() -> request("a".repeat(100), 1, "s".repeat(32), "p".repeat(64)).check());
		List<ProvisioningRequest> bad = List.of(request("", 8883, "s", "p"), request("with blank", 8883, "s", "p"), request("a".repeat(129), 8883, "s", "p"),
				request("a", 0, "s", "p"), request("a", 65536, "s", "p"), request("a", 8883, "s".repeat(33), "p"), request("a", 8883, "", "p"),
				request("a", 8883, "s", "ü".repeat(33)), request("a", 8883, "two  blanks", "p"), request("a", 8883, "s", "new\nline"));
		for (ProvisioningRequest request : bad) {
			assertEquals(FailureKind.BAD_INPUT, assertThrows(OperationFailure.class, request::check, request.toString()).kind());
		}
	}

	@Test
	void refusesRootsThatTheFirmwareCannotUse() throws Exception {
		assertEquals("Amazon Root CA 3", RootCertificate.amazonRootCa3().subject());
		assertEquals("Root", RootCertificate.ofPem(root("EC", 256, "SHA256withECDSA")).subject());
		for (String pem : List.of(root("RSA", 2048, "SHA256withRSA"), root("EC", 384, "SHA256withECDSA"), root("EC", 256, "SHA512withECDSA"), "", "text",
				"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
			OperationFailure failure = assertThrows(OperationFailure.class, () -> RootCertificate.ofPem(pem));
			assertEquals(FailureKind.BAD_INPUT, failure.kind());
		}
		assertTrue(assertThrows(OperationFailure.class, () -> RootCertificate.ofPem(root("RSA", 2048, "SHA256withRSA"))).getMessage().contains("RSA"));
	}

	@Test
	void survivesDamagedRoots() throws OperationFailure {
		byte[] good = RootCertificate.amazonRootCa3().der();
		Random random = new Random(7);
		for (int round = 0; round < 500; round++) {
			byte[] damaged = java.util.Arrays.copyOf(good, round % 3 == 0 ? random.nextInt(good.length) : good.length);
			for (int i = 0; i < 3 && damaged.length > 0; i++) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			try {
				RootCertificate.ofPem(PemText.text("CERTIFICATE", damaged));
			} catch (OperationFailure e) {
				assertEquals(FailureKind.BAD_INPUT, e.kind());
			}
		}
	}

	@Test
	void namesTheAccountInThePolicy() throws IOException {
		String document = DevicePolicy.of(PolicyChoice.LEAST_PRIVILEGE, "eu-central-1", "123456789012").document();
		assertTrue(document.contains("arn:aws:iot:eu-central-1:123456789012:topicfilter/$aws/things/+/jobs/notify-next"), document);
		assertFalse(document.contains("@"), document);
		assertTrue(document.length() <= 2048, "AWS takes policies up to 2048 characters");
	}

	@Test
	void hidesAndWipesSecrets() {
		Secret secret = new Secret("hush".toCharArray());
		assertFalse(new WifiNetwork("net", secret).toString().contains("hush"));
		secret.close();
		assertFalse(secret.reveal().contains("hush"));
	}
}
