/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.TestBoards.only;
import static dev.bankswap.board.TestBoards.record;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class NorFlashTest {

	private final Board board = TestBoards.typical();
	private final NorFlash nor = board.nor();

	@Test
	void programmingOnlyClearsBits() {
		nor.programPage(0xA0000, new byte[] { (byte) 0xF0, 0x55 }, 0, 2);
		nor.programPage(0xA0000, new byte[] { 0x3C, (byte) 0xFF }, 0, 2);
		assertArrayEquals(new byte[] { 0x30, 0x55, -1 }, read(0xA0000, 3));
	}

	@Test
	void programmingWrapsInThePage() {
		nor.programPage(510, new byte[] { 1, 2, 3, 4 }, 0, 4);
		assertArrayEquals(new byte[] { 1, 2, -1 }, read(510, 3));
		assertArrayEquals(new byte[] { -1, 3, 4, -1 }, read(255, 4));
	}

	@Test
	void ofMoreThanAPageTheLastBytesCount() {
		byte[] data = new byte[258];
		for (int i = 0; i < data.length; i++) {
			data[i] = (byte) i;
		}
		data[257] = 77;
		nor.programPage(512, data, 0, 258);
		byte[] page = read(512, 256);
		assertEquals(0, page[0]);
		assertEquals(77, page[1]);
		assertEquals(2, page[2]);
		assertEquals(-1, page[255]);
	}

	@Test
	void erasingSetsOneSector() {
		for (int address : new int[] { 4095, 4096, 8191, 8192 }) {
			nor.programPage(address, new byte[1], 0, 1);
		}
		nor.eraseSector(5000);
		assertArrayEquals(new byte[] { 0, -1 }, read(4095, 2));
		assertArrayEquals(new byte[] { -1, 0 }, read(8191, 2));
	}

	@Test
	void theEndIsTheEnd() {
		nor.programPage(NorFlash.SIZE - 1, new byte[] { 9 }, 0, 1);
		assertArrayEquals(new byte[] { 9 }, read(NorFlash.SIZE - 1, 1));
		assertThrows(IndexOutOfBoundsException.class, () -> read(NorFlash.SIZE - 1, 2));
		assertThrows(IndexOutOfBoundsException.class, () -> nor.eraseSector(NorFlash.SIZE));
		assertThrows(IndexOutOfBoundsException.class, () -> nor.programPage(-1, new byte[1], 0, 1));
	}

	@Test
	void operationsTakeTheirTimeAndAreSeen() {
		List<BoardEvent> events = record(board);
		nor.programPage(256, new byte[10], 0, 10);
		nor.eraseSector(4097);
		assertEquals(26_000_000, board.scheduler().now());
		assertEquals(List.of(new BoardEvent.NorProgrammed(1_000_000, 256, 10)), only(events, BoardEvent.NorProgrammed.class));
		assertEquals(List.of(new BoardEvent.NorErased(26_000_000, 4096)), only(events, BoardEvent.NorErased.class));
	}

	private byte[] read(int address, int length) {
		byte[] bytes = new byte[length];
		nor.read(address, bytes, 0, length);
		return bytes;
	}
}
