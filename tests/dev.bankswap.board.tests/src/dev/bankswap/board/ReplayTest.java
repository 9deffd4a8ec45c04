/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same seed and the same inputs give the same run, event by event. */
@ExtendWith(NoErrorLogged.class)
class ReplayTest {

	@Test
	void equalSeedsGiveEqualRuns() {
		List<BoardEvent> first = run(42);
		assertTrue(first.size() > 100);
		assertEquals(first, run(42));
		assertNotEquals(first, run(43));
	}

	/** A program whose every step depends on the random number generator and on what the host typed. */
	private static List<BoardEvent> run(long seed) {
		Board board = new Board(new BoardConfig(seed, TimingProfile.typical()));
		board.flash().loadImage(1, TestBoards.image(4096));
		List<BoardEvent> events = TestBoards.record(board);
		board.install((b, flags) -> {
			b.flash().unlock();
			b.uart().setReceiver(data -> blink(b, data.length));
			blink(b, 200);
		});
		board.powerOn();
		board.scheduler().runUntil(TestBoards.SECOND);
		board.uart().hostWrite("some input".getBytes());
		board.scheduler().runUntil(20 * TestBoards.SECOND);
		return events;
	}

	private static void blink(Board board, int times) {
		if (times > 0) {
			int random = board.rng().nextInt();
			board.leds().toggle(Led.values()[random & 3]);
			board.nor().programPage(random >>> 8, new byte[random & 31], 0, random & 31);
			board.cpu().after(random >>> 4, random & 7, () -> blink(board, times - 1));
		}
	}
}
