/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.core.evidence.Timeline;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.core.operation.StepReport;
import dev.bankswap.core.operation.StepState;
import dev.bankswap.core.provision.ScriptedBoard;
import dev.bankswap.device.CliClient;
import dev.bankswap.device.PemText;
import dev.bankswap.device.SerialException;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class CodeSignerTest {
	private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-12T10:00:00Z"), ZoneOffset.UTC);
	private static final byte[] IMAGE = "an image".getBytes(StandardCharsets.US_ASCII);

	@Test
	void makesTheSeedsCertificate() throws Exception {
		CodeSigner signer = CodeSigner.generate("test_signer@amazon.com", CLOCK);
		X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(signer.certificatePem().getBytes(StandardCharsets.US_ASCII)));
		certificate.verify(certificate.getPublicKey());
		assertEquals("CN=test_signer@amazon.com", certificate.getSubjectX500Principal().getName());
		assertEquals("SHA256withECDSA", certificate.getSigAlgName());
		assertTrue(certificate.getKeyUsage()[0]);
		assertEquals(List.of("1.3.6.1.5.5.7.3.3"), certificate.getExtendedKeyUsage());
		assertNull(certificate.getCriticalExtensionOIDs().stream().findAny().orElse(null));
		assertEquals(Duration.ofDays(365), Duration.between(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()));
		assertArrayEquals(signer.publicKey(), certificate.getPublicKey().getEncoded());
	}

	@Test
	void signsWhatItsOwnKeyVerifiesAndNoOther() throws SigningException {
		CodeSigner signer = CodeSigner.generate("me", CLOCK);
		byte[] signature = signer.sign(IMAGE);
		assertTrue(CodeSigner.verify(signer.publicKey(), IMAGE, signature));
		assertFalse(CodeSigner.verify(signer.publicKey(), "another image".getBytes(StandardCharsets.US_ASCII), signature));
		assertFalse(CodeSigner.verify(CodeSigner.generate("you", CLOCK).publicKey(), IMAGE, signature));
		assertFalse(CodeSigner.verify(new byte[] { 1, 2 }, IMAGE, signature));
	}

	@Test
	void readsKeysInBothFormats() throws Exception {
		CodeSigner signer = CodeSigner.generate("me", CLOCK);
		byte[] sec1 = PrivateKeyInfo.getInstance(PemText.decode(signer.privateKeyPem()).orElseThrow()).parsePrivateKey().toASN1Primitive().getEncoded();
		assertArrayEquals(signer.publicKey(), CodeSigner.ofPem(signer.privateKeyPem(), signer.certificatePem()).publicKey());
		PrivateKeyInfo info = PrivateKeyInfo.getInstance(PemText.decode(signer.privateKeyPem()).orElseThrow());
		byte[] named = new org.bouncycastle.asn1.sec.ECPrivateKey(256, org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(sec1).getKey(),
				info.getPrivateKeyAlgorithm().getParameters()).getEncoded();
		String pem = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + PemText.text("EC PRIVATE KEY", named);
		assertArrayEquals(signer.publicKey(), CodeSigner.ofKey(pem, "me", CLOCK).publicKey());
	}

	@Test
	void refusesWhatTheBoardCouldNotCheck() throws Exception {
		CodeSigner signer = CodeSigner.generate("me", CLOCK);
		KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
		rsa.initialize(2048);
		KeyPairGenerator p384 = KeyPairGenerator.getInstance("EC");
		p384.initialize(384);
		for (String pem : List.of("", "nothing", signer.certificatePem(), PemText.text("PRIVATE KEY", rsa.generateKeyPair().getPrivate().getEncoded()),
				PemText.text("PRIVATE KEY", p384.generateKeyPair().getPrivate().getEncoded()),
				"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n")) {
			assertThrows(SigningException.class, () -> CodeSigner.ofKey(pem, "me", CLOCK), pem);
		}
		assertThrows(SigningException.class, () -> CodeSigner.ofPem(signer.privateKeyPem(), CodeSigner.generate("you", CLOCK).certificatePem()));
	}

	@Test
	void survivesDamagedKeysWithoutQuotingThem() throws SigningException {
		String good = CodeSigner.generate("me", CLOCK).privateKeyPem();
		Random random = new Random(11);
		for (int round = 0; round < 400; round++) {
			StringBuilder damaged = new StringBuilder(good);
			for (int i = 0; i < 3; i++) {
				damaged.setCharAt(random.nextInt(damaged.length()), (char) (32 + random.nextInt(95)));
			}
			try {
				CodeSigner.ofKey(damaged.toString(), "me", CLOCK);
			} catch (SigningException e) {
				assertFalse(e.getMessage().contains(good.substring(40, 60)));
			}
		}
	}

	@Test
	void importsItsPublicKeyOnce() throws SigningException, SerialException, OperationFailure {
		CodeSigner signer = CodeSigner.generate("me", CLOCK);
		ScriptedBoard board = new ScriptedBoard();
		List<StepReport> reports = new ArrayList<>();
		try (CliClient client = new CliClient(board)) {
			client.open();
			for (StepState expected : List.of(StepState.DONE, StepState.FOUND)) {
				new ImportSigningKey(signer.publicKey(), client, reports::add, new Timeline()).run(new NullProgressMonitor());
				assertEquals(expected, reports.get(reports.size() - 1).state());
			}
		}
		assertArrayEquals(signer.publicKey(), board.objects.get("ota_signer_pub"));
	}
}
