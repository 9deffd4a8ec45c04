/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.fs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.NorFlash;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.littlefs.Geometry;
import dev.bankswap.littlefs.LfsException;
import dev.bankswap.littlefs.LittleFs;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class FirmwareFileSystemTest {

	@Test
	void volumeOfTheReferenceImplementationIsMounted() throws IOException {
		TestBoard board = TestBoard.consoleOnly().boot();
		board.board().nor().eraseAll();
		program(board, "device-v2.0.img.gz");
		FirmwareFileSystem files = new FirmwareFileSystem(board.board(), board.context().kernel(), board.context().log());
		assertTrue(files.mount());
		assertEquals(121, files.read("/pkcs11/tls_key_priv").orElseThrow().length);
		assertEquals(0x5d86e6c6, fnv1a(files.read("/ota/image_state").orElseThrow()));
		assertEquals(0x385a0a40, fnv1a(files.read("/pkcs11/cert").orElseThrow()));
	}

	@Test
	void newerDiskVersionIsRefusedAndFormatted() throws IOException {
		TestBoard board = TestBoard.consoleOnly();
		program(board, "device-v2.1.img.gz");
		board.board().powerOn();
		String log = board.console().run(1000).read();
		assertTrue(log.contains("[Init      ] Invalid version v2.1 (lfs.c:3725)"), log);
		assertTrue(log.contains("Failed to mount partition. Formatting... (app_main.c:94)"), log);
		assertFalse(board.context().fileSystem().exists("/pkcs11"));
	}

	@Test
	void firstBootUsesSixBlocks() throws LfsException {
		TestBoard board = TestBoard.consoleOnly().boot();
		try (LittleFs fs = LittleFs.mountReadOnly(new NorBlockDevice(board.board().nor()), Geometry.FIRMWARE)) {
			assertEquals(6, fs.usedBlocks());
			assertEquals(0x0002_0000, fs.diskVersion());
			assertTrue(fs.stat("/cfg").directory() && fs.stat("/ota").directory());
		}
	}

	@Test
	void filesCanBeReplacedAndDeleted() {
		FirmwareFileSystem files = TestBoard.consoleOnly().boot().context().fileSystem();
		assertTrue(files.write("/a", new byte[] { 1 }));
		assertTrue(files.write("/a", new byte[] { 2, 3 }));
		assertArrayEquals(new byte[] { 2, 3 }, files.read("/a").orElseThrow());
		assertTrue(files.delete("/a"));
		assertFalse(files.delete("/a"));
		assertFalse(files.exists("/a"));
		assertTrue(files.read("/a").isEmpty());
		assertFalse(files.write("/nowhere/a", new byte[1]));
		assertTrue(files.read("/cfg").isEmpty());
	}

	@Test
	void operationsOnAnUnmountedVolumeFailQuietly() {
		TestBoard board = TestBoard.consoleOnly().boot();
		FirmwareFileSystem files = new FirmwareFileSystem(board.board(), board.context().kernel(), board.context().log());
		assertFalse(files.mounted());
		assertFalse(files.exists("/cfg"));
		assertFalse(files.write("/a", new byte[1]));
		assertTrue(files.read("/a").isEmpty());
	}

	@Test
	void deviceKeepsItsBounds() {
		NorBlockDevice device = new NorBlockDevice(TestBoard.consoleOnly().board().nor());
		assertThrows(LfsException.class, () -> device.read(1014, 0, new byte[1], 0, 1));
		assertThrows(LfsException.class, () -> device.program(0, 4000, new byte[256], 0, 256));
		assertThrows(LfsException.class, () -> device.erase(-1));
	}

	private static void program(TestBoard board, String file) throws IOException {
		try (InputStream image = new GZIPInputStream(Files.newInputStream(Path.of("data", file)))) {
			byte[] content = image.readAllBytes();
			for (int at = 0; at < content.length; at += NorFlash.PAGE) {
				board.board().nor().programPage(NorBlockDevice.VOLUME_START + at, content, at, NorFlash.PAGE);
			}
		}
	}

	private static int fnv1a(byte[] content) {
		int hash = 0x811C9DC5;
		for (byte each : content) {
			hash = (hash ^ each & 0xFF) * 16777619;
		}
		return hash;
	}
}
