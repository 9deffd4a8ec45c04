/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.TestBoards.boot;
import static dev.bankswap.board.TestBoards.image;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class ProgrammerTest {

	private final Board board = TestBoards.ideal();
	private final Programmer programmer = board.programmer();

	@Test
	void aDumpOfABankComesBackAndErasedQuadWordsStayErased() throws FlashException {
		byte[] dump = image(InternalFlash.BANK_SIZE);
		Arrays.fill(dump, 4096, 4128, (byte) 0xFF);
		Arrays.fill(dump, 500_000, dump.length, (byte) 0xFF);
		programmer.writeBank(2, dump);
		assertArrayEquals(dump, programmer.readBank(2));
		assertEquals(500_000, board.flash().programmedBytes(2));
		board.flash().unlock();
		board.flash().programQuadWord(InternalFlash.HIGH_BASE + 4096, new byte[16], 0);
		board.flash().read(InternalFlash.HIGH_BASE + 4096, new byte[16], 0, 16);
	}

	@Test
	void wrongSizesAndBanksAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> programmer.writeBank(1, new byte[InternalFlash.BANK_SIZE - 1]));
		assertThrows(IndexOutOfBoundsException.class, () -> programmer.writeBank(0, new byte[InternalFlash.BANK_SIZE]));
		assertThrows(IllegalArgumentException.class, () -> programmer.writeNor(100, new byte[1]));
		assertThrows(IndexOutOfBoundsException.class, () -> programmer.writeNor(NorFlash.SIZE - 4096, new byte[4097]));
		assertThrows(IndexOutOfBoundsException.class, () -> programmer.readNor(-1, 2));
	}

	@Test
	void theNorTakesMemoryOnlyWhereItIsUsed() {
		assertEquals(0, programmer.usedNor());
		byte[] dump = new byte[3 * NorFlash.SECTOR + 5];
		Arrays.fill(dump, (byte) 0xFF);
		dump[NorFlash.SECTOR] = 1;
		programmer.writeNor(NorFlash.SECTOR, dump);
		assertEquals(3 * NorFlash.SECTOR, programmer.usedNor());
		assertArrayEquals(dump, programmer.readNor(NorFlash.SECTOR, dump.length));
		dump[NorFlash.SECTOR] = -1;
		programmer.writeNor(NorFlash.SECTOR, dump);
		assertEquals(0, programmer.usedNor());
	}

	@Test
	void optionBytesWaitForTheResetOfARunningCore() {
		board.flash().loadImage(2, image(64));
		boot(board);
		programmer.writeOptionBytes(true, -1, -1);
		assertEquals(1, board.flash().activeBank());
		assertTrue(programmer.swapBank());
		board.reset(ResetCause.PIN);
		assertEquals(2, board.flash().activeBank());
		board.powerOff();
		programmer.writeOptionBytes(false, -1, -1);
		assertEquals(1, board.flash().activeBank());
	}

	@Test
	void throughputIsMeasured() throws FlashException {
		long[] clock = { 0 };
		Throughput result = Throughput.measure(() -> clock[0] += 500_000);
		assertEquals(0.5, result.bankMillis());
		assertEquals(500, result.snapshotMicros());
		assertTrue(result.snapshotBytes() < 64 << 10, result::toString);
		Throughput real = Throughput.measure(System::nanoTime);
		assertTrue(real.bankMillis() < 300, real::toString);
		assertTrue(real.snapshotMicros() < 500, real::toString);
	}
}
