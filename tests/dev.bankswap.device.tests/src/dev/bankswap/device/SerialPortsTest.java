/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class SerialPortsTest {
	private static final PortInfo BOARD = new PortInfo("/dev/cu.usbmodem2", "STLINK-V3", 0x0483, 0x374E, "003A");

	@Test
	void putsBoardsFirstAndHidesDialInTwins() {
		PortInfo adapter = new PortInfo("/dev/cu.usbserial1", "FT232R", 0x0403, 0x6001, "A1");
		PortInfo plain = new PortInfo("/dev/cu.Bluetooth", "", -1, -1, "");
		PortInfo twin = new PortInfo("/dev/tty.usbmodem2", "STLINK-V3", 0x0483, 0x374E, "003A");
		assertEquals(List.of(BOARD, adapter, plain), SerialPorts.sorted(List.of(plain, twin, adapter, BOARD)));
	}

	@Test
	void findsABoardAgainUnderAnotherName() {
		assertTrue(BOARD.sameDevice(new PortInfo("/dev/cu.usbmodem9", "STLINK-V3", 0x0483, 0x374E, "003A")));
		assertFalse(BOARD.sameDevice(new PortInfo("/dev/cu.usbmodem2", "STLINK-V3", 0x0483, 0x374E, "003B")));
		assertEquals("STLINK-V3 – /dev/cu.usbmodem2 (0483:374E, 003A)", BOARD.friendlyName());
	}

	@Test
	void namesTheHolderOfAPort(@TempDir Path folder) throws IOException {
		Path port = Files.createFile(folder.resolve("ttyACM0")).toRealPath();
		Path process = folder.resolve("proc/4711");
		Files.createDirectories(process.resolve("fd"));
		Files.writeString(process.resolve("comm"), "picocom\n");
		Files.createSymbolicLink(process.resolve("fd/3"), port);
		assertEquals(List.of("picocom (process 4711)"), PortHolders.of(port.toString(), folder.resolve("proc"), 1));
		assertEquals(List.of(), PortHolders.of(port.toString(), folder.resolve("proc"), 4711));
	}

	@Test
	void saysThatAPortIsNotThere() {
		SerialException e = assertThrows(SerialException.class, () -> new JSerialCommLine("/dev/no-such-port").open(new SerialLine.Listener() {
			@Override
			public void received(byte[] data) {
				throw new AssertionError("nothing can arrive");
			}

			@Override
			public void disconnected(SerialException reason) {
				throw new AssertionError("never connected");
			}
		}));
		assertEquals(SerialProblem.PORT_GONE, e.problem());
	}
}
