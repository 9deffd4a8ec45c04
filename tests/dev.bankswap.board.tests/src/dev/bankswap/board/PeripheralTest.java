/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.TestBoards.boot;
import static dev.bankswap.board.TestBoards.only;
import static dev.bankswap.board.TestBoards.record;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class PeripheralTest {

	private final Board board = TestBoards.typical();

	@Test
	void theWatchdogResetsAnIdleCore() {
		List<Integer> flags = new ArrayList<>();
		board.install((b, resetFlags) -> {
			flags.add(resetFlags);
			if (flags.size() == 1) {
				b.watchdog().start();
			}
		});
		List<BoardEvent> events = record(board);
		board.powerOn();
		board.scheduler().runUntil(60 * TestBoards.SECOND);
		assertEquals(List.of(0x0C000000, 0x24000000), flags);
		assertEquals(new BoardEvent.Reset(10_100_000_000L, ResetCause.WATCHDOG),
				only(events, BoardEvent.Reset.class).get(1));
		assertFalse(board.watchdog().running());
	}

	@Test
	void refreshsKeepTheWatchdogQuiet() {
		List<BoardEvent> events = record(board);
		board.install((b, resetFlags) -> {
			b.watchdog().start(4 * TestBoards.SECOND);
			pet(b, 5);
		});
		board.powerOn();
		board.scheduler().runUntil(18 * TestBoards.SECOND);
		assertEquals(1, only(events, BoardEvent.Reset.class).size());
		board.scheduler().runUntil(21 * TestBoards.SECOND);
		assertEquals(2, only(events, BoardEvent.Reset.class).size());
		assertEquals(100_000_000L + 19 * TestBoards.SECOND, only(events, BoardEvent.Reset.class).get(1).time());
	}

	@Test
	void aRefreshThatComesTooLateResetsInTheMiddleOfTheAction() {
		List<String> reached = new ArrayList<>();
		boot(board);
		board.watchdog().start(TestBoards.SECOND);
		board.cpu().run(1, () -> {
			board.scheduler().spend(2 * TestBoards.SECOND);
			board.watchdog().refresh();
			reached.add("after the refresh");
		});
		board.scheduler().step();
		assertFalse(board.running());
		assertEquals(List.of(), reached);
	}

	@Test
	void theWatchdogEndsAFault() {
		List<Integer> flags = new ArrayList<>();
		board.install((b, resetFlags) -> {
			flags.add(resetFlags);
			b.watchdog().start();
			if (flags.size() == 1) {
				throw new IllegalStateException("hard fault");
			}
		});
		board.powerOn();
		board.scheduler().runUntil(11 * TestBoards.SECOND);
		assertEquals(List.of(0x0C000000, 0x24000000), flags);
		assertThrows(IllegalArgumentException.class, () -> board.watchdog().start(0));
	}

	@Test
	void ledsAreActiveLowAndDarkAfterReset() {
		List<BoardEvent> events = record(board);
		boot(board);
		board.leds().write(Led.GREEN, false);
		board.leds().write(Led.GREEN, false);
		board.leds().write(Led.RED, true);
		assertTrue(board.leds().lit(Led.GREEN));
		assertFalse(board.leds().lit(Led.RED));
		board.leds().toggle(Led.RED);
		board.leds().toggle(Led.GREEN);
		board.reset(ResetCause.PIN);
		assertFalse(board.leds().lit(Led.RED));
		assertEquals(List.of(true, true, false, false),
				only(events, BoardEvent.LedChanged.class).stream().map(BoardEvent.LedChanged::lit).toList());
		assertEquals("PI9", Led.GREEN.pin());
	}

	@Test
	void theUserButtonIsAState() {
		List<BoardEvent> events = record(board);
		board.userButton().set(true);
		board.userButton().set(true);
		assertTrue(board.userButton().pressed());
		assertEquals(List.of(new BoardEvent.ButtonChanged(0, true)), events);
	}

	@Test
	void randomNumbersFollowFromTheSeed() {
		Rng first = new Rng(1);
		Rng same = new Rng(1);
		byte[] whole = new byte[100];
		first.nextBytes(whole);
		byte[] parts = new byte[50];
		same.nextBytes(parts);
		assertArrayEquals(java.util.Arrays.copyOf(whole, 50), parts);
		same.asSecureRandom().nextBytes(parts);
		assertArrayEquals(java.util.Arrays.copyOfRange(whole, 50, 100), parts);
		assertNotEquals(new Rng(2).nextInt(), new Rng(1).nextInt());
	}

	@Test
	void librariesCanDrawFromTheGenerator() {
		Rng rng = new Rng(99);
		rng.asSecureRandom().setSeed(new byte[] { 1, 2, 3 });
		BigInteger number = new BigInteger(256, rng.asSecureRandom());
		Rng again = new Rng(99);
		assertEquals(number, new BigInteger(256, again.asSecureRandom()));
		assertEquals(32, rng.position());
		assertEquals(8, again.asSecureRandom().generateSeed(8).length);
	}

	/** Refreshs every three seconds, so many times. */
	private static void pet(Board board, int times) {
		if (times > 0) {
			board.cpu().after(3 * TestBoards.SECOND, 1, () -> {
				board.watchdog().refresh();
				pet(board, times - 1);
			});
		}
	}
}
