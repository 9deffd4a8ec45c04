/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.TestBoards.boot;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class NorCommandsTest {

	private static final byte[] NONE = {};

	private final Board board = TestBoards.typical();
	private final NorCommands chip = board.nor().commands();

	@BeforeEach
	void start() {
		boot(board);
	}

	@Test
	void theChipStartsInOneLineMode() {
		chip.send(NorCommands.OPI_WRITE_ENABLE);
		assertEquals(0xFF, octalStatus(), "it does not understand");
		chip.send(NorCommands.SPI_WRITE_CONFIGURATION, 0, new byte[] { 1 });
		assertEquals(0xFF, octalStatus(), "no write enable");
		assertEquals(0, spiStatus());
		chip.send(NorCommands.SPI_WRITE_ENABLE);
		assertEquals(NorCommands.WEL, spiStatus());
		chip.send(NorCommands.SPI_WRITE_CONFIGURATION, 0, new byte[] { 1 });
		assertEquals(0, octalStatus());
		assertEquals(0xFF, spiStatus());
	}

	@Test
	void programAndEraseNeedWriteEnable() {
		octal();
		chip.send(NorCommands.OPI_PROGRAM, 0, new byte[] { 1 });
		chip.send(NorCommands.OPI_WRITE_ENABLE);
		chip.send(NorCommands.OPI_WRITE_DISABLE);
		chip.send(NorCommands.OPI_PROGRAM, 0, new byte[] { 1 });
		board.scheduler().runUntil(board.scheduler().now() + TestBoards.SECOND);
		assertEquals(-1, board.programmer().readNor(0, 1)[0]);
		assertEquals(0, board.operations());
	}

	@Test
	void theStatusTellsWhenAnOperationIsOver() {
		octal();
		long start = board.scheduler().now();
		chip.send(NorCommands.OPI_WRITE_ENABLE);
		chip.send(NorCommands.OPI_PROGRAM, 254, new byte[] { 1, 2, 3 });
		assertEquals(NorCommands.WIP | NorCommands.WEL, octalStatus());
		chip.send(NorCommands.OPI_WRITE_DISABLE);
		assertArrayEquals(new byte[] { -1 }, chip.receive(NorCommands.OPI_READ, 254, 1), "busy");
		board.scheduler().runUntil(start + TestBoards.MS - 1);
		assertEquals(NorCommands.WIP | NorCommands.WEL, octalStatus());
		board.scheduler().runUntil(start + TestBoards.MS);
		assertEquals(0, octalStatus());
		assertArrayEquals(new byte[] { 1, 2 }, chip.receive(NorCommands.OPI_READ, 254, 2));
		assertArrayEquals(new byte[] { 3 }, chip.receive(NorCommands.OPI_READ, 0, 1));
		chip.send(NorCommands.OPI_WRITE_ENABLE);
		chip.send(NorCommands.OPI_ERASE, 255, NONE);
		board.scheduler().runUntil(board.scheduler().now() + 25 * TestBoards.MS);
		assertEquals(0, octalStatus());
		assertArrayEquals(new byte[] { -1, -1 }, chip.receive(NorCommands.OPI_READ, 254, 2));
		assertEquals(2, board.operations());
	}

	@Test
	void theDriverLikeMethodsWaitForTheChip() {
		octal();
		long start = board.scheduler().now();
		chip.send(NorCommands.OPI_WRITE_ENABLE);
		chip.send(NorCommands.OPI_ERASE, 0, NONE);
		board.nor().programPage(0, new byte[1], 0, 1);
		assertEquals(start + 26 * TestBoards.MS, board.scheduler().now());
		assertEquals(0, board.programmer().readNor(0, 1)[0]);
	}

	@Test
	void aPowerCutInterruptsTheChip() {
		byte[] zeros = new byte[NorFlash.SECTOR];
		board.programmer().writeNor(0, zeros);
		octal();
		chip.send(NorCommands.OPI_WRITE_ENABLE);
		chip.send(NorCommands.OPI_ERASE, 0, NONE);
		board.powerOff();
		assertFalse(Arrays.equals(zeros, board.programmer().readNor(0, NorFlash.SECTOR)));
		boot(board);
		assertEquals(0, spiStatus());
	}

	@Test
	void unknownCommandsAreIgnored() {
		octal();
		chip.send(0x1234);
		chip.send(NorCommands.OPI_WRITE_ENABLE);
		chip.send(0x4321, 0, NONE);
		assertEquals(NorCommands.WEL, octalStatus());
		assertArrayEquals(new byte[] { -1, -1 }, chip.receive(0x7777, 0, 2));
		assertThrows(IndexOutOfBoundsException.class, () -> chip.send(NorCommands.OPI_ERASE, NorFlash.SIZE, NONE));
		assertThrows(IndexOutOfBoundsException.class, () -> chip.receive(NorCommands.OPI_READ, NorFlash.SIZE, 1));
	}

	private void octal() {
		chip.send(NorCommands.SPI_WRITE_ENABLE);
		chip.send(NorCommands.SPI_WRITE_CONFIGURATION, 0, new byte[] { 1 });
	}

	private int octalStatus() {
		return chip.receive(NorCommands.OPI_READ_STATUS, 0, 1)[0] & 0xFF;
	}

	private int spiStatus() {
		return chip.receive(NorCommands.SPI_READ_STATUS, 0, 1)[0] & 0xFF;
	}
}
