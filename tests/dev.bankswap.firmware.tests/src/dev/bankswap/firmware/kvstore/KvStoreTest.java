/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kvstore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.ResetCause;
import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.firmware.kernel.EndlessLoop;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class KvStoreTest {

	private TestBoard board;

	private FirmwareContext context;

	@BeforeEach
	void boot() {
		board = TestBoard.consoleOnly().boot();
		context = board.context();
	}

	@Test
	void stringsAreStoredWithTheirNul() {
		context.kv().set(KvKey.THING_NAME, "abc");
		assertTrue(context.kv().commit());
		assertArrayEquals(HexFormat.of().parseHex("050000000400000061626300"), file("thing_name"));
	}

	@Test
	void numbersAreStoredLittleEndian() {
		context.kv().set(KvKey.MQTT_PORT, 8883);
		assertTrue(context.kv().commit());
		assertArrayEquals(HexFormat.of().parseHex("0400000004000000b3220000"), file("mqtt_port"));
	}

	@Test
	void emptyStringIsAValue() {
		context.kv().set(KvKey.WIFI_SSID, "");
		context.kv().commit();
		assertArrayEquals(HexFormat.of().parseHex("050000000100000000"), file("wifi_ssid"));
		assertFalse(context.fileSystem().exists("/cfg/wifi_credential"));
	}

	@Test
	void pendingMarksAreNeverCleared() {
		context.kv().set(KvKey.THING_NAME, "abc");
		context.kv().commit();
		context.fileSystem().delete("/cfg/thing_name");
		assertTrue(context.kv().commit());
		assertEquals(12, file("thing_name").length);
	}

	@Test
	void unchangedValueIsNotPending() {
		context.kv().set(KvKey.THING_NAME, "abc");
		context.kv().commit();
		reboot();
		context.kv().set(KvKey.THING_NAME, "abc");
		context.fileSystem().delete("/cfg/thing_name");
		assertTrue(context.kv().commit());
		assertFalse(context.fileSystem().exists("/cfg/thing_name"));
	}

	@Test
	void emptyHeapStringRaisesTheNonFatalAssertion() {
		assertEquals(Optional.empty(), context.kv().heapString(KvKey.THING_NAME));
		assertTrue(board.console().run(100).read().contains("Non-fatal assertion failed. (kvstore.c:378)\r\n"));
		context.kv().set(KvKey.THING_NAME, "abc");
		assertEquals(Optional.of("abc"), context.kv().heapString(KvKey.THING_NAME));
	}

	@Test
	void lengthComesFromTheFileAndPaddingIsIgnored() {
		context.fileSystem().write("/cfg/thing_name", HexFormat.of().parseHex("05aabbcc0400000061626300"));
		reboot();
		assertEquals("abc", context.kv().string(KvKey.THING_NAME));
	}

	@Test
	void unreadableContentCountsAsUnset() {
		context.fileSystem().write("/cfg/mqtt_port", HexFormat.of().parseHex("0500000004000000b3220000"));
		context.fileSystem().write("/cfg/thing_name", HexFormat.of().parseHex("040000000400000061626300"));
		reboot();
		assertEquals(8883, context.kv().number(KvKey.MQTT_PORT));
		assertEquals("", context.kv().string(KvKey.THING_NAME));
	}

	@Test
	void fileThatIsTooShortOrTooLongStopsTheBoot() {
		String[][] stops = { { "05000000040000", "(kvstore_cache.c:64)" }, { "0500000000010000616263", "(kvstore_nv_littlefs.c:135)" } };
		for (String[] each : stops) {
			boot();
			context.fileSystem().write("/cfg/thing_name", HexFormat.of().parseHex(each[0]));
			board.board().reset(ResetCause.PIN);
			String log = board.console().run(1000).read();
			assertTrue(log.contains("[Init      ] Assertion failed. " + each[1]), log);
		}
	}

	@Test
	void shortValueLeavesTheKeyUnset() {
		context.fileSystem().write("/cfg/thing_name", HexFormat.of().parseHex("050000000500000061626300"));
		context.fileSystem().write("/cfg/wifi_ssid", HexFormat.of().parseHex("0500000000010000"));
		reboot();
		assertEquals("", context.kv().string(KvKey.THING_NAME));
		assertEquals("", context.kv().string(KvKey.WIFI_SSID));
	}

	@Test
	void unmountedVolumeFailsTheCommitButNotTheStore() {
		KvStore orphan = new KvStore(new dev.bankswap.firmware.fs.FirmwareFileSystem(board.board(), context.kernel(), context.log()), context.log(),
				context.assertions());
		orphan.load();
		assertTrue(orphan.commit());
		orphan.set(KvKey.MQTT_PORT, 1);
		assertFalse(orphan.commit());
		assertEquals(1, orphan.number(KvKey.MQTT_PORT));
		String log = board.console().run(100).read();
		assertTrue(log.contains("Error while opening file: /cfg/mqtt_port. (kvstore_nv_littlefs.c:216)"), log);
		assertTrue(log.contains("Error while writing KVStoreTLVHeader_t of length 8 bytes to file: /cfg/mqtt_port. "), log);
		assertTrue(log.contains("Error while writing data of length 4 bytes to file: /cfg/mqtt_port. "), log);
	}

	@Test
	void useBeforeLoadingFailsAnAssertion() {
		KvStore early = new KvStore(context.fileSystem(), context.log(), context.assertions());
		assertThrows(EndlessLoop.class, () -> early.string(KvKey.THING_NAME));
		assertThrows(EndlessLoop.class, early::commit);
	}

	@Test
	void valuesHaveALimit() {
		assertThrows(IllegalArgumentException.class, () -> context.kv().set(KvKey.THING_NAME, "x".repeat(255)));
		assertThrows(IllegalArgumentException.class, () -> context.kv().set(KvKey.MQTT_PORT, -1));
		context.kv().set(KvKey.THING_NAME, "x".repeat(254));
		assertEquals(254, context.kv().string(KvKey.THING_NAME).length());
	}

	private byte[] file(String key) {
		return context.fileSystem().read("/cfg/" + key).orElseThrow();
	}

	private void reboot() {
		board.board().reset(ResetCause.PIN);
		board.console().run(1000);
		context = board.context();
	}
}
