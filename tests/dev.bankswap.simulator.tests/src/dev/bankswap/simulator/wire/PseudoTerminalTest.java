/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
@EnabledOnOs({ OS.LINUX, OS.MAC })
class PseudoTerminalTest {

	@TempDir
	Path folder;

	@Test
	void bytesGoThroughUnchangedBothWays() throws IOException, InterruptedException {
		BlockingQueue<byte[]> typed = new ArrayBlockingQueue<>(100);
		Path link = folder.resolve("tty");
		try (PseudoTerminal pty = new PseudoTerminal(link, typed::add);
				RandomAccessFile terminal = new RandomAccessFile(link.toFile(), "rw")) {
			assertEquals(link, pty.path());
			byte[] keys = { 'a', '\r', '\n', 3, 4, 0x7F, (byte) 0xFF };
			terminal.write(keys);
			StringBuilder got = new StringBuilder();
			while (got.length() < keys.length) {
				byte[] part = typed.poll(10, TimeUnit.SECONDS);
				assertTrue(part != null, "only " + got.length() + " bytes arrived");
				got.append(new String(part, StandardCharsets.ISO_8859_1));
			}
			assertEquals(new String(keys, StandardCharsets.ISO_8859_1), got.toString());
			pty.print("line\r\n> ".getBytes(StandardCharsets.US_ASCII));
			byte[] shown = new byte[8];
			terminal.readFully(shown);
			assertEquals("line\r\n> ", new String(shown, StandardCharsets.US_ASCII));
		}
		assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
	}

	@Test
	void printingWithoutAReaderNeitherBlocksNorFails() throws IOException {
		try (PseudoTerminal pty = new PseudoTerminal(folder.resolve("tty"), data -> {
			// nobody types here
		})) {
			for (int i = 0; i < 200; i++) {
				pty.print(new byte[1024]);
			}
		}
	}

	@Test
	void aTakenPathIsRefusedAndADeadLinkIsReplaced() throws IOException {
		Path file = Files.createFile(folder.resolve("file"));
		assertThrows(FileAlreadyExistsException.class, () -> new PseudoTerminal(file, data -> {
			// never called
		}));
		Path dead = Files.createSymbolicLink(folder.resolve("dead"), folder.resolve("gone"));
		try (PseudoTerminal pty = new PseudoTerminal(dead, data -> {
			// nobody types here
		})) {
			assertTrue(Files.exists(pty.path()));
		}
	}
}
