/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.TestBoards.boot;
import static dev.bankswap.board.TestBoards.image;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class PersistentStateTest {

	private final Board board = TestBoards.ideal();

	@Test
	void laterWritesDoNotReachASnapshot() throws FlashException {
		boot(board);
		board.nor().programPage(0, new byte[] { 1 }, 0, 1);
		PersistentState before = board.snapshot();
		board.nor().programPage(0, new byte[] { 0 }, 0, 1);
		board.nor().programPage(1 << 20, new byte[] { 0 }, 0, 1);
		board.flash().unlock();
		board.flash().programQuadWord(InternalFlash.HIGH_BASE, new byte[16], 0);
		board.flash().programSwapBank(true);
		board.flash().launchOptionBytes();
		PersistentState after = board.snapshot();
		board.restore(before);
		assertFalse(board.powered());
		assertState(board, 1, 0xFF, 1);
		board.restore(after);
		assertState(board, 0, 0, 2);
		Board other = new Board(BoardConfig.defaults());
		other.restore(before);
		assertState(other, 1, 0xFF, 1);
		assertEquals(4096, other.flash().programmedBytes(1));
		assertTrue(boot(other).running());
	}

	@Test
	void boardsThatShareASnapshotAreIndependent() {
		PersistentState state = board.snapshot();
		Board first = new Board(BoardConfig.defaults());
		Board second = new Board(BoardConfig.defaults());
		first.restore(state);
		second.restore(state);
		first.flash().loadImage(1, image(32));
		first.nor().programPage(8192, new byte[2], 0, 2);
		byte[] nor = new byte[2];
		second.nor().read(8192, nor, 0, 2);
		assertArrayEquals(new byte[] { -1, -1 }, nor);
		assertArrayEquals(board.flash().readBank(1, 0, 4096), second.flash().readBank(1, 0, 4096));
	}

	@Test
	void eccErrorsSurviveThePowerCut() throws FlashException {
		boot(board);
		board.flash().unlock();
		board.flash().programQuadWord(InternalFlash.HIGH_BASE, new byte[16], 0);
		board.flash().programQuadWord(InternalFlash.HIGH_BASE, new byte[16], 0);
		Board other = new Board(BoardConfig.defaults());
		other.restore(board.snapshot());
		FlashException e = assertThrows(FlashException.class,
				() -> other.flash().read(InternalFlash.HIGH_BASE, new byte[1], 0, 1));
		assertEquals(FlashError.ECC_DOUBLE_ERROR, e.error());
	}

	@Test
	void optionsWithoutLaunchDoNotSurvive() throws FlashException {
		boot(board);
		board.flash().unlock();
		board.flash().programSwapBank(true);
		board.restore(board.snapshot());
		assertFalse(board.flash().swapBankProgrammed());
	}

	@Test
	void randomNumbersContinueWhereTheSnapshotWas() {
		board.rng().nextBytes(new byte[37]);
		PersistentState state = board.snapshot();
		int next = board.rng().nextInt();
		board.rng().nextInt();
		board.restore(state);
		assertEquals(next, board.rng().nextInt());
	}

	private static void assertState(Board tested, int norByte, int flashByte, int bank) {
		byte[] nor = new byte[1];
		tested.nor().read(0, nor, 0, 1);
		assertEquals(norByte, nor[0] & 0xFF);
		assertEquals(flashByte, tested.flash().readBank(2, 0, 1)[0] & 0xFF);
		assertEquals(bank, tested.flash().activeBank());
	}
}
