/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.BoardEvent;
import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.testing.NoErrorLogged;

/** pki generate and export, and the dispatcher's complaints. */
@ExtendWith(NoErrorLogged.class)
class PkiCommandTest {

	private TestBoard board;

	private ConsoleSession console;

	@BeforeEach
	void boot() {
		board = TestBoard.consoleOnly().boot();
		console = board.console();
	}

	@Test
	void generatedKeyPairIsPrintedAndStored() {
		String text = clean(console.command("pki generate key"));
		byte[] info = board.context().pki().load("tls_key_pub").orElseThrow();
		assertEquals("SUCCESS: Key pair generated and stored in\r\nPrivate Key Label: tls_key_priv\r\nPublic Key Label: tls_key_pub\0\r\n"
				+ pem("PUBLIC KEY", info), text);
		assertEquals(91, info.length);
		byte[] secret = board.context().pki().load("tls_key_priv").orElseThrow();
		assertEquals(121, secret.length);
		assertFalse(console.all().contains(Base64.getEncoder().encodeToString(secret).substring(10, 40)));
	}

	@Test
	void firstGenerationLogsTheMissingFiles() {
		console.command("pki generate key");
		String log = console.run(200).all();
		int secret = log.indexOf("[cli       ] Could not open corePKCS11_Key.dat for reading. (core_pkcs11_pal_littlefs.c:79)");
		int open = log.indexOf("[cli       ] Could not open corePKCS11_PubKey.dat for reading. (core_pkcs11_pal_littlefs.c:79)");
		assertTrue(secret > log.indexOf("-----END PUBLIC KEY-----") && open > secret, log);
		console.read();
		console.command("pki generate key");
		assertFalse(console.run(200).read().contains("Could not open"));
	}

	@Test
	void oneLabelMeansBothDefaults() {
		String text = clean(console.command("pki generate key ota_signer_pub"));
		assertTrue(text.contains("Private Key Label: tls_key_priv\r\n"), text);
		assertFalse(board.context().pki().find("ota_signer_pub"));
	}

	@Test
	void publicLabelComesFirstAndIsCutToTheLengthOfTheOther() {
		String text = clean(console.command("pki generate key ota_signer_pub tls_key_priv"));
		assertTrue(text.contains("Private Key Label: tls_key_priv\r\nPublic Key Label: ota_signer_p\r\n"), text);
		assertTrue(board.context().pki().find("ota_signer_pub"));
	}

	@Test
	void unmappedLabelFailsAnAssertion() {
		console.type("pki generate key a b\r").run(500);
		String text = console.read();
		assertEquals(2, text.split("Could not save object\\. Unable to open the correct file\\.", -1).length - 1, text);
		assertTrue(text.contains("Assertion failed. (PkiObjectPkcs11.c:561)"), text);
	}

	@Test
	void certificateNeedsItsKey() {
		assertEquals("", clean(console.command("pki generate cert")));
		assertTrue(console.run(200).all().contains("[cli       ] Failed to find private key with label: tls_key_priv in PKCS#11 module. "
				+ "CK_RV: CKR_OK (PkiObjectPkcs11.c:283)"));
	}

	@Test
	void certificateIsPrintedEvenIfItCannotBeStored() {
		console.command("pki generate key");
		String text = clean(console.command("pki generate cert nowhere"));
		assertTrue(text.startsWith("-----BEGIN CERTIFICATE-----\r\n"), text);
		assertTrue(text.endsWith("-----END CERTIFICATE-----\r\n"), text);
		assertTrue(console.run(200).all().contains("Failed to create certificate. Could not save the certificate to the PKCS #11 PAL."));
	}

	@Test
	void certificateCanBeExported() {
		console.command("pki generate key");
		String text = clean(console.command("pki generate cert"));
		assertEquals(text, clean(console.command("pki export cert")));
		assertEquals(text, clean(console.command("pki export cert tls_cert")));
	}

	@Test
	void stagedThingNameIsUsed() {
		console.command("pki generate key");
		console.command("conf set thing_name a\\,b");
		byte[] der = unpem(clean(console.command("pki generate cert")));
		assertTrue(new String(der, java.nio.charset.StandardCharsets.ISO_8859_1).contains("a,b"));
	}

	@Test
	void badThingNameGivesNoCertificate() {
		console.command("pki generate key");
		console.command("conf set thing_name a\\b");
		assertEquals("", clean(console.command("pki generate cert")));
		console.command("conf set thing_name a,x=b");
		assertEquals("", clean(console.command("pki generate csr")));
		String log = console.run(200).all();
		assertTrue(log.contains("Failed to set Certificate Subject Name:  X509 - The name tag or value is invalid : "
				+ "<No-Low-Level-Code>. (cli_pki.c:400)"), log);
		assertTrue(log.contains("Failed to set CSR Subject Name:  X509 - "), log);
	}

	@Test
	void requestIsPrintedAndNotStored() {
		console.command("pki generate key");
		String text = clean(console.command("pki generate csr"));
		assertTrue(text.startsWith("-----BEGIN CERTIFICATE REQUEST-----\r\n"), text);
		assertFalse(board.context().pki().find("tls_cert"));
	}

	@Test
	void missingCertificateIsExportedAsAnEmptyPem() {
		assertEquals("-----BEGIN CERTIFICATE-----\r\n-----END CERTIFICATE-----\r\n", clean(console.command("pki export cert")));
		assertTrue(console.run(200).all()
				.contains("[cli       ] Failed to get attribute. The object handle was invalid. (core_pkcs11_mbedtls.c:3068)"));
	}

	@Test
	void missingKeyIsExportedAsItsLabel() {
		assertEquals("Public Key Label: ota_signer_pub\r\n", clean(console.command("pki export key ota_signer_pub")));
		assertTrue(console.run(200).all().contains("Failed to allocate 0 bytes for public key in DER format. (PkiObjectPkcs11.c:143)"));
	}

	@Test
	void exportOfThePrivateKeyShowsItsPublicHalf() {
		console.command("pki generate key");
		byte[] info = board.context().pki().load("tls_key_pub").orElseThrow();
		assertEquals("Public Key Label: tls_key_priv\r\n" + pem("PUBLIC KEY", info), clean(console.command("pki export key tls_key_priv")));
		assertArrayEquals(info, unpem(clean(console.command("pki export key"))));
		assertEquals("-----BEGIN CERTIFICATE-----\r\n-----END CERTIFICATE-----\r\n",
				clean(console.command("pki export cert tls_key_priv")));
	}

	@Test
	void exportOfACertificateAsKeyEndsInTheFaultHandler() {
		boolean[] fault = new boolean[1];
		boolean[] reset = new boolean[1];
		board.board().addListener(event -> {
			fault[0] |= event instanceof BoardEvent.FirmwareFault;
			reset[0] |= event instanceof BoardEvent.Reset;
		});
		console.command("pki generate key");
		console.command("pki generate cert");
		console.type("pki export key tls_cert\r").run(500);
		assertTrue(fault[0]);
		console.run(12_000);
		assertTrue(reset[0]);
	}

	@Test
	void dispatcherComplains() {
		String help = clean(console.command("help pki"));
		for (String line : new String[] { "pki", "pki xyz", "pki list", "pki import", "pki export" }) {
			assertEquals(help, console.command(line));
		}
		assertEquals("Error: Not enough arguments to 'pki generate' command.\r\n" + help, console.command("pki generate"));
		assertEquals("Error: Invalid object type: 'foo' specified for generate command.\r\n" + help, console.command("pki generate foo"));
		assertEquals("Error: Invalid object type: 'foo' specified for import command.\r\n" + help, console.command("pki import foo"));
		assertEquals("Error: Invalid object type: 'foo' specified for import command.\r\n" + help, console.command("pki export foo"));
	}

	private static String clean(String text) {
		return PasteTest.withoutLogs(text).replaceAll("<[A-Z]{3}> [^\r]*\r\n", "").replaceAll("(> )?\r\u001B\\[K$", "");
	}

	private static String pem(String type, byte[] der) {
		return TestCertificates.pem(type, der).replace("\n", "\r\n");
	}

	private static byte[] unpem(String text) {
		String body = text.replaceAll("(?s).*-----BEGIN [^\r]*\r\n", "").replaceAll("(?s)-----END.*", "");
		return Base64.getMimeDecoder().decode(body);
	}
}
