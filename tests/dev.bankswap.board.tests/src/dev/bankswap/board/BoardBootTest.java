/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.TestBoards.boot;
import static dev.bankswap.board.TestBoards.image;
import static dev.bankswap.board.TestBoards.only;
import static dev.bankswap.board.TestBoards.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(NoErrorLogged.class)
class BoardBootTest {

	private final Board board = TestBoards.typical();
	private final List<Integer> flags = new ArrayList<>();

	@Test
	void bootsAfterTheResetTimeWithThePowerOnFlags() {
		List<BoardEvent> events = record(board);
		board.install((b, resetFlags) -> flags.add(resetFlags));
		board.powerOn();
		board.scheduler().runUntil(99_999_999);
		assertFalse(board.running());
		board.scheduler().runUntil(100_000_000);
		assertTrue(board.running());
		assertEquals(List.of(0x0C000000), flags);
		assertEquals(List.of(new BoardEvent.Reset(0, ResetCause.POWER_ON), new BoardEvent.Booted(100_000_000, 1)), events);
	}

	@Test
	void eachCauseHasItsFlags() {
		board.install((b, resetFlags) -> flags.add(resetFlags));
		boot(board);
		for (ResetCause cause : List.of(ResetCause.PIN, ResetCause.SOFTWARE, ResetCause.WATCHDOG,
				ResetCause.WINDOW_WATCHDOG, ResetCause.LOW_POWER, ResetCause.BROWN_OUT)) {
			board.reset(cause);
			board.scheduler().runUntil(board.scheduler().now() + TestBoards.SECOND);
		}
		assertEquals(List.of(0x0C000000, 0x04000000, 0x14000000, 0x24000000, 0x44000000, 0x84000000, 0x0C000000), flags);
	}

	@Test
	void flagsThatNoProgramHasSeenAddUp() {
		board.flash().loadImage(1, new byte[0]);
		boot(board);
		board.flash().loadImage(1, image(4096));
		board.install((b, resetFlags) -> flags.add(resetFlags));
		board.reset(ResetCause.SOFTWARE);
		board.scheduler().runUntil(board.scheduler().now() + TestBoards.SECOND);
		assertEquals(List.of(0x1C000000), flags);
	}

	@Test
	void anErasedBankDoesNotBoot() {
		board.flash().loadImage(1, new byte[0]);
		List<BoardEvent> events = record(board);
		board.install((b, resetFlags) -> flags.add(resetFlags));
		boot(board);
		assertFalse(board.running());
		assertEquals(List.of(), flags);
		assertEquals("the bank is erased", only(events, BoardEvent.BootFailed.class).get(0).reason());
	}

	@ParameterizedTest
	@CsvSource({ "0x20000000, 0x08000401, stack pointer", "0x200A0004, 0x08000401, stack pointer",
			"0x20001002, 0x08000401, stack pointer", "0x08000000, 0x08000401, stack pointer",
			"0x20001000, 0x08000400, Thumb", "0x20001000, 0x08100001, bank", "0x20001000, 0x07FFFFFF, bank",
			"0x20001000, 0x08000001, bank" })
	void aGarbageVectorTableDoesNotBoot(String stackPointer, String resetVector, String reason) {
		board.flash().loadImage(1, image(64, Integer.decode(stackPointer), Integer.decode(resetVector)));
		List<BoardEvent> events = record(board);
		boot(board);
		assertFalse(board.running());
		String text = only(events, BoardEvent.BootFailed.class).get(0).reason();
		assertTrue(text.contains(reason), text);
	}

	@ParameterizedTest
	@CsvSource({ "0x20000008, 0x08000009", "0x200A0000, 0x080FFFFF" })
	void theLimitsBoot(String stackPointer, String resetVector) {
		board.flash().loadImage(1, image(64, Integer.decode(stackPointer), Integer.decode(resetVector)));
		assertTrue(boot(board).running());
	}

	@Test
	void randomVectorTablesNeverLeaveTheScheduler() {
		Random random = new Random(3);
		boot(board);
		for (int i = 0; i < 500; i++) {
			byte[] garbage = new byte[random.nextInt(64)];
			random.nextBytes(garbage);
			board.flash().loadImage(1, garbage);
			List<BoardEvent> events = record(board);
			board.reset(ResetCause.PIN);
			board.scheduler().runUntil(board.scheduler().now() + TestBoards.SECOND);
			assertEquals(board.running() ? 0 : 1, only(events, BoardEvent.BootFailed.class).size());
		}
	}

	@Test
	void anUnreadableVectorTableDoesNotBoot() throws FlashException {
		boot(board);
		board.flash().unlock();
		board.flash().programQuadWord(InternalFlash.LOW_BASE, new byte[16], 0);
		List<BoardEvent> events = record(board);
		board.reset(ResetCause.PIN);
		board.scheduler().runUntil(TestBoards.SECOND);
		assertTrue(only(events, BoardEvent.BootFailed.class).get(0).reason().contains("ECC"));
	}

	@Test
	void powerOffEndsEverythingAndPowerOnStartsAnew() {
		board.install((b, resetFlags) -> flags.add(resetFlags));
		List<BoardEvent> events = record(board);
		board.powerOn();
		board.powerOff();
		board.scheduler().runUntil(TestBoards.SECOND);
		assertEquals(List.of(), flags);
		assertFalse(board.powered());
		board.reset(ResetCause.PIN);
		board.powerOff();
		boot(board);
		board.powerOn();
		assertEquals(List.of(0x0C000000), flags);
		assertEquals(1, only(events, BoardEvent.PoweredOff.class).size());
	}

	@Test
	void twoResetsInARowBootOnce() {
		board.install((b, resetFlags) -> flags.add(resetFlags));
		board.powerOn();
		board.reset(ResetCause.PIN);
		board.scheduler().runUntil(TestBoards.SECOND);
		assertEquals(1, flags.size());
	}
}
