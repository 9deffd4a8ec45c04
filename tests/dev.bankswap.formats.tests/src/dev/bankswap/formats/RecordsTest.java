/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

/** The small records: versions, key-value files, image state, object names. */
@ExtendWith(NoErrorLogged.class)
class RecordsTest {

	@Test
	void versionWord() {
		assertEquals(0x01010000, new FirmwareVersion(1, 1, 0).word());
		assertEquals(0x00090001, FirmwareVersion.parse("0.9.1").word());
		assertEquals(new FirmwareVersion(255, 255, 65535), FirmwareVersion.ofWord(-1));
		assertEquals("1.1.0", FirmwareVersion.ofWord(0x01010000).toString());
	}

	@Test
	void versionsAreOrderedAsUnsignedWords() {
		assertTrue(new FirmwareVersion(200, 0, 0).compareTo(new FirmwareVersion(1, 9, 9)) > 0);
		assertTrue(new FirmwareVersion(1, 0, 9).compareTo(new FirmwareVersion(1, 1, 0)) < 0);
		assertTrue(new FirmwareVersion(1, 1, 1).compareTo(new FirmwareVersion(1, 1, 2)) < 0);
	}

	@Test
	void wrongVersionsAreRefused() {
		for (String wrong : new String[] { "", "1", "1.1", "1.1.0.0", "v1.1.0", "256.0.0", "0.256.0", "0.0.65536", "1.-1.0", "1.1.0 " }) {
			assertThrows(IllegalArgumentException.class, () -> FirmwareVersion.parse(wrong), wrong);
		}
	}

	@Test
	void keyValueFilesAreWhatTheFirmwareWrites() throws Exception {
		assertEquals("050000000400000061626300", hex(KeyValueRecord.string("abc")));
		assertEquals("0400000004000000b3220000", hex(KeyValueRecord.unsigned32(8883)));
		assertEquals("050000000100000000", hex(KeyValueRecord.string("")));
	}

	@Test
	void keyValueFilesAreReadBack() throws Exception {
		KeyValueRecord text = KeyValueRecord.decode(KeyValueRecord.string("thing-ü"));
		assertTrue(text.isString());
		assertEquals("thing-ü", text.text());
		assertThrows(IllegalStateException.class, text::number);
		KeyValueRecord number = KeyValueRecord.decode(KeyValueRecord.unsigned32(0xFFFFFFFFL));
		assertFalse(number.isString());
		assertEquals(0xFFFFFFFFL, number.number());
		assertEquals("4294967295", number.text());
		assertEquals(-1, KeyValueRecord.decode(bytes("03aabbcc04000000ffffffff")).number());
	}

	@Test
	void bytesAfterTheValueAreIgnoredAsByTheFirmware() throws Exception {
		assertEquals("ab", KeyValueRecord.decode(bytes("0500000003000000616200ffff")).text());
	}

	@Test
	void damagedKeyValueFilesAreRefused() {
		for (String damaged : new String[] { "", "05000000040000", "000000000400000061626300", "070000000400000061626300",
				"0500000005000000616263", "05000000ffffffff61626300", "040000000200000001020000" }) {
			assertThrows(FormatException.class, () -> KeyValueRecord.decode(bytes(damaged)), damaged);
		}
		assertThrows(FormatException.class, () -> KeyValueRecord.decode(bytes("0600000000010000" + "00".repeat(256))));
	}

	@Test
	void valuesThatDoNotFitAreRefused() throws Exception {
		assertEquals(254, KeyValueRecord.decode(KeyValueRecord.string("x".repeat(254))).text().length());
		assertThrows(IllegalArgumentException.class, () -> KeyValueRecord.string("x".repeat(255)));
		assertThrows(IllegalArgumentException.class, () -> KeyValueRecord.unsigned32(-1));
		assertThrows(IllegalArgumentException.class, () -> KeyValueRecord.unsigned32(1L << 32));
	}

	@Test
	void imageStateIgnoresThePadding() throws Exception {
		assertEquals("0400000002000000", hex(new ImageState(PalState.PENDING_SELF_TEST, 2).encode()));
		ImageState state = ImageState.decode(bytes("0411223302000000"));
		assertEquals(new ImageState(PalState.PENDING_SELF_TEST, 2), state);
		assertEquals(Optional.of(PalState.PENDING_SELF_TEST), state.palState());
		assertEquals(Optional.empty(), ImageState.decode(bytes("ff00000002000000")).palState());
		assertThrows(FormatException.class, () -> ImageState.decode(new byte[7]));
		assertThrows(FormatException.class, () -> ImageState.decode(new byte[9]));
	}

	@Test
	void palStatesHaveTheNumbersAndTextsOfTheFirmware() {
		assertEquals(Optional.of(PalState.PENDING_SELF_TEST), PalState.ofText("Pending Self Test"));
		assertEquals(Optional.of(PalState.INVALID), PalState.ofNumber(10));
		assertEquals(8, PalState.ACCEPTED.number());
		assertEquals(Optional.empty(), PalState.ofNumber(11));
		assertEquals(Optional.empty(), PalState.ofText("Pending"));
	}

	@Test
	void pkiObjectsAreFoundByTheirExactLabel() {
		assertEquals("corePKCS11_Key.dat", PkiObject.byLabel("tls_key_priv").orElseThrow().fileName());
		assertTrue(PkiObject.TLS_KEY_PRIV.isPrivate());
		assertFalse(PkiObject.OTA_SIGNER_PUB.isPrivate());
		assertEquals(Optional.empty(), PkiObject.byLabel("tls_c"));
		assertEquals(Optional.empty(), PkiObject.byLabel("jitp_cert"));
		assertEquals(9, PkiObject.values().length);
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

	private static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex);
	}
}
