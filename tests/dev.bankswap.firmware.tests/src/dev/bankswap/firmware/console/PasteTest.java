/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.BoardEvent;
import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.FirmwareSwitch;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.testing.NoErrorLogged;

/** Pasting PEM text into the console. */
@ExtendWith(NoErrorLogged.class)
class PasteTest {

	private static final String UNKNOWN = "Command not recognized. Enter 'help' to view a list of available commands.\r\n";

	private TestBoard board;

	private ConsoleSession console;

	@BeforeEach
	void boot() {
		board = TestBoard.consoleOnly().boot();
		console = board.console();
	}

	@Test
	void everyPastedLineGetsItsPrompt() {
		String pem = TestCertificates.pem("CERTIFICATE", TestCertificates.ecRoot());
		console.type("pki import cert root_ca_cert\r").untilPrompt().read();
		console.type(pem.replace("\n", "\r\n")).run(1_000);
		String text = withoutLogs(console.read());
		assertEquals(pem.replace("\n", "\r\n> ").replaceAll("> $", "") + "Success: Certificate loaded to label: 'root_ca_cert'.\r\n> ",
				text);
		assertArrayEquals(TestCertificates.ecRoot(), board.context().pki().load("root_ca_cert").orElseThrow());
	}

	@Test
	void firstImportLooksForTheOldObjectTwice() {
		paste("pki import cert root_ca_cert", TestCertificates.pem("CERTIFICATE", TestCertificates.ecRoot()));
		String line = "[cli       ] Could not open corePKCS11_CA_Certificate.dat for reading. (core_pkcs11_pal_littlefs.c:79)";
		assertEquals(2, console.all().split(java.util.regex.Pattern.quote(line), -1).length - 1);
	}

	@Test
	void blankLinesNeverReachTheParser() {
		String pem = TestCertificates.pem("CERTIFICATE", TestCertificates.ecRoot()).replace("\n", "\n\n\n");
		assertTrue(paste("pki import cert", pem).contains("Success: Certificate loaded to label: 'tls_cert'."));
	}

	@Test
	void afterAnErrorTheRestOfThePasteIsExecuted() {
		String text = paste("pki import cert", "-----BEGIN CERT-----\nAB CD\nconf get mqtt_port\nzzz\n");
		assertTrue(text.contains("> AB CD\r\n> conf get mqtt_port\r\nmqtt_port=8883\r\n> zzz\r\n" + UNKNOWN + "> "), text);
	}

	@Test
	void afterTheEndTheRestIsExecuted() {
		String pem = TestCertificates.pem("CERTIFICATE", TestCertificates.ecRoot());
		String text = paste("pki import cert", pem + "conf get mqtt_port\n");
		assertTrue(withoutLogs(text).endsWith("> conf get mqtt_port\r\nmqtt_port=8883\r\n> "), text);
	}

	@Test
	void parserTellsWhatItMisses() {
		refused("nonsense\n", "Error: PEM header does not contain the expected text: '-----BEGIN '.");
		refused("-----BEGIN X\n", "Error: PEM header does not contain the expected ending: '-----'.");
		refused("-----BEGIN X-----\n-----END X\n", "Error: PEM footer does not contain the expected ending: '-----'.");
		refused("-----BEGIN X-----\n" + "A".repeat(65) + "\n", "Error: Current line exceeds maximum line length for a PEM file.");
	}

	@Test
	void tooMuchDataIsRefused() {
		String text = paste("pki import cert", "-----BEGIN X-----\n" + ("A".repeat(64) + "\n").repeat(45));
		assertTrue(text.contains("Error: Out of memory to store the given PEM file.\r\n> "), text);
	}

	@Test
	void overlongLineAbortsWithoutMessage() {
		String text = paste("pki import cert", "-----BEGIN X-----\n" + "A".repeat(130) + "\n");
		assertTrue(text.endsWith("> " + "A".repeat(128) + "> AA\r\n" + UNKNOWN + "> "), text);
	}

	@Test
	void rsaCertificateIsIgnoredInSilence() {
		String pem = TestCertificates.pem("CERTIFICATE", TestCertificates.rsaRoot());
		String text = paste("pki import cert root_ca_cert", pem);
		assertTrue(text.endsWith("-----END CERTIFICATE-----\r\n> "), text);
		assertFalse(board.context().pki().find("root_ca_cert"));
	}

	@Test
	void rsaSwitchBringsItBack() {
		board = TestBoard.consoleOnly(options -> options.with(FirmwareSwitch.RSA_AND_P384, true)).boot();
		console = board.console();
		String pem = TestCertificates.pem("CERTIFICATE", TestCertificates.rsaRoot());
		assertTrue(paste("pki import cert root_ca_cert", pem).contains("Success: Certificate loaded"));
	}

	@Test
	void unmappedLabelCannotBeSaved() {
		String text = paste("pki import cert jitp_cert", TestCertificates.pem("CERTIFICATE", TestCertificates.ecRoot()));
		assertTrue(text.contains("Error: failed to save certificate to label: 'jitp_cert'.\r\n"), text);
		assertTrue(text.contains("[cli       ] Could not save object. Unable to open the correct file. ("), text);
		assertTrue(text.contains("Failed to create certificate. Could not save the certificate to the PKCS #11 PAL. ("), text);
	}

	@Test
	void publicKeyIsStoredInItsShortForm() {
		String pem = TestCertificates.pem("PUBLIC KEY", TestCertificates.ecPublicKey());
		String text = paste("pki import key", pem);
		assertTrue(text.contains("Success: Public Key loaded to label: 'ota_signer_pub'.\r\n"), text);
		assertEquals(91, board.context().pki().load("ota_signer_pub").orElseThrow().length);
	}

	@Test
	void wrongPublicKeyLeavesThePromptOnTheLine() {
		String text = paste("pki import key", TestCertificates.pem("PUBLIC KEY", TestCertificates.rsaPublicKey()));
		assertTrue(text.endsWith("-----END PUBLIC KEY-----\r\nERROR: Failed to parse public key.> "), text);
		text = paste("pki import key", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n");
		assertTrue(text.endsWith("ERROR: Failed to parse public key.> "), text);
	}

	@Test
	void unmappedKeyLabelCannotBeSaved() {
		String text = paste("pki import key other", TestCertificates.pem("PUBLIC KEY", TestCertificates.ecPublicKey()));
		assertTrue(text.contains("Error: failed to save public key to label: 'other'.\r\n"), text);
	}

	@Test
	void emptyCertificateFailsAnAssertion() {
		boolean[] reset = new boolean[1];
		board.board().addListener(event -> reset[0] |= event instanceof BoardEvent.Reset);
		paste("pki import cert", "-----BEGIN X-----\n-----END X-----\n");
		assertTrue(console.all().contains("Assertion failed."), console.all());
		console.run(12_000);
		assertTrue(reset[0]);
	}

	@Test
	void base64FollowsTheRulesOfMbedTls() {
		assertArrayEquals(new byte[] { 1, 2, 3 }, MbedBase64.decode("AQID  ").orElseThrow());
		assertArrayEquals(new byte[] { 1, 2, 3 }, MbedBase64.decode("AQIDAQ").orElseThrow());
		assertArrayEquals(new byte[] { 1, 2 }, MbedBase64.decode("AQI=").orElseThrow());
		assertArrayEquals(new byte[] { 1 }, MbedBase64.decode("AQ==").orElseThrow());
		for (String wrong : List.of("AQ ID", "A===", "=AQI", "AQ=I", "Proc-Type: 4", "AQID\u00E4")) {
			assertTrue(MbedBase64.decode(wrong).isEmpty(), wrong);
		}
	}

	private void refused(String pem, String message) {
		assertEquals(pem.replace("\n", "\r\n> ").replaceAll("> $", "") + message + "\r\n> ", paste("pki import cert", pem));
	}

	private String paste(String command, String pem) {
		console.type(command + "\r").untilPrompt().read();
		console.type(pem).run(2_000);
		return console.read();
	}

	/** Removes inserted log lines with the redrawn prompt. */
	static String withoutLogs(String text) {
		return text.replaceAll("\r\u001B\\[K<[^\r]*\r\n> ", "");
	}
}
