/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import dev.bankswap.board.fault.Fault;
import dev.bankswap.board.fault.FaultPlan;
import dev.bankswap.board.fault.Line;
import dev.bankswap.board.fault.Memory;
import dev.bankswap.board.fault.Moment;
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

	@Test
	void equalPlansGiveEqualRunsAndFlashes() {
		FaultPlan plan = new FaultPlan(5, List.of(new Fault.PowerCut(40, Moment.DURING), new Fault.PowerCut(60, Moment.AFTER),
				new Fault.BitFlip(20, Memory.NOR, 77, 2), new Fault.StuckSector(30, Memory.NOR, 9),
				new Fault.EccDoubleError(50, Memory.BANK_1, 64), new Fault.ByteLost(Line.TO_DEVICE, 3)));
		Run first = run(42, plan);
		Run second = run(42, plan);
		assertEquals(first.events, second.events);
		assertArrayEquals(first.nor, second.nor);
		assertEquals(6, TestBoards.only(first.events, BoardEvent.FaultStruck.class).size());
		Run other = run(42, new FaultPlan(6, plan.faults()));
		assertFalse(Arrays.equals(first.nor, other.nor), "the interrupted page depends on the seed of the plan");
	}

	private record Run(List<BoardEvent> events, byte[] nor) {
	}

	private static List<BoardEvent> run(long seed) {
		return run(seed, FaultPlan.NONE).events;
	}

	/** A program whose every step depends on the random number generator and on what the host typed. */
	private static Run run(long seed, FaultPlan plan) {
		Board board = new Board(new BoardConfig(seed, TimingProfile.typical()));
		board.flash().loadImage(1, TestBoards.image(4096));
		List<BoardEvent> events = TestBoards.record(board);
		board.install((b, flags) -> {
			b.flash().unlock();
			b.uart().setReceiver(data -> blink(b, data.length));
			blink(b, 200);
		});
		board.inject(plan);
		board.powerOn();
		board.scheduler().runUntil(TestBoards.SECOND);
		board.uart().hostWrite("some input".getBytes());
		while (board.scheduler().now() < 40 * TestBoards.SECOND) {
			board.scheduler().runUntil(board.scheduler().now() + TestBoards.SECOND);
			board.powerOn();
		}
		return new Run(events, board.programmer().readNor(0, NorFlash.SIZE));
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
