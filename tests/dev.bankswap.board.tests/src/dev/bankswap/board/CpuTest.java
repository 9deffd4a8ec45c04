/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.TestBoards.boot;
import static dev.bankswap.board.TestBoards.only;
import static dev.bankswap.board.TestBoards.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class CpuTest {

	private final Board board = TestBoards.ideal();
	private final Cpu cpu = board.cpu();
	private final List<String> ran = new ArrayList<>();

	@Test
	void aResetDropsWhatTheFirmwareScheduled() {
		boot(board);
		Scheduled task = cpu.after(10, 1, () -> ran.add("task"));
		board.scheduler().after(10, 1, () -> ran.add("outside"));
		board.reset(ResetCause.PIN);
		assertFalse(task.pending());
		board.scheduler().runUntil(100);
		assertEquals(List.of("outside"), ran);
	}

	@Test
	void aStoppedCoreSchedulesNothing() {
		Scheduled task = cpu.after(10, 1, () -> ran.add("task"));
		task.cancel();
		assertFalse(task.pending());
		cpu.run(1, () -> ran.add("now"));
		board.scheduler().runUntil(100);
		assertEquals(List.of(), ran);
	}

	@Test
	void aResetDoesNotReturnToItsCaller() {
		List<Integer> boots = new ArrayList<>();
		board.install((b, flags) -> {
			boots.add(flags);
			if (boots.size() == 1) {
				b.reset(ResetCause.SOFTWARE);
				ran.add("after the reset");
			}
		});
		List<BoardEvent> events = record(board);
		boot(board);
		assertEquals(List.of(0x0C000000, 0x14000000), boots);
		assertEquals(List.of(), ran);
		assertTrue(board.running());
		assertEquals(List.of(), only(events, BoardEvent.FirmwareFault.class));
	}

	@Test
	void aPowerCutByAnObserverEndsTheAction() {
		boot(board);
		board.addListener(e -> {
			if (e instanceof BoardEvent.NorErased) {
				board.powerOff();
			}
		});
		cpu.run(1, () -> {
			board.nor().programPage(0, new byte[4], 0, 4);
			board.nor().eraseSector(0);
			board.nor().programPage(0, new byte[4], 0, 4);
		});
		board.scheduler().runUntil(1);
		byte[] content = new byte[4];
		board.nor().read(0, content, 0, 4);
		assertEquals(-1, content[0]);
		assertFalse(board.powered());
	}

	@Test
	void aFaultStopsTheCoreAndStaysInside() {
		List<BoardEvent> events = record(board);
		boot(board);
		RuntimeException cause = new IllegalStateException("null pointer");
		cpu.after(5, 1, () -> {
			throw cause;
		});
		cpu.after(6, 1, () -> ran.add("other task"));
		board.scheduler().after(7, 1, () -> ran.add("hardware"));
		board.scheduler().runUntil(TestBoards.SECOND);
		assertFalse(board.running());
		assertTrue(board.powered());
		assertEquals(List.of("hardware"), ran);
		assertEquals(List.of(new BoardEvent.FirmwareFault(5, cause)), only(events, BoardEvent.FirmwareFault.class));
		board.reset(ResetCause.PIN);
		board.scheduler().runUntil(2 * TestBoards.SECOND);
		assertTrue(board.running());
	}

	@Test
	void aFaultEndsTheOutput() {
		Board slow = boot(TestBoards.typical());
		List<byte[]> output = new ArrayList<>();
		slow.uart().addHostListener(output::add);
		slow.cpu().run(1, () -> {
			slow.uart().transmit("never seen".getBytes());
			throw new IllegalStateException("fault");
		});
		slow.scheduler().runUntil(slow.scheduler().now() + TestBoards.SECOND);
		assertEquals(List.of(), output);
	}

	@Test
	void deepRecursionIsAFaultToo() {
		List<BoardEvent> events = record(board);
		board.install((b, flags) -> recurse(0));
		boot(board);
		assertTrue(only(events, BoardEvent.FirmwareFault.class).get(0).cause() instanceof StackOverflowError);
	}

	@Test
	void anObserverOfTheFaultMaySwitchOff() {
		board.addListener(e -> {
			if (e instanceof BoardEvent.FirmwareFault) {
				board.powerOff();
			}
		});
		board.install((b, flags) -> {
			throw new IllegalStateException("fault");
		});
		boot(board);
		assertFalse(board.powered());
	}

	@Test
	void whatAStoppedActionDoesIsNoFault() {
		List<BoardEvent> events = record(board);
		boot(board);
		cpu.run(1, () -> {
			try {
				board.powerOff();
			} finally {
				ran.add(brokenCleanUp());
			}
		});
		board.scheduler().runUntil(1);
		assertEquals(List.of(), only(events, BoardEvent.FirmwareFault.class));
	}

	@Test
	void aListenerThatThrowsDisturbsNobody() {
		NoErrorLogged.expect("A listener of the board failed");
		board.addListener(e -> {
			throw new IllegalStateException("bad view");
		});
		List<BoardEvent> events = record(board);
		assertTrue(boot(board).running());
		assertEquals(2, events.size());
	}

	private static String brokenCleanUp() {
		throw new IllegalStateException("clean-up failed");
	}

	private static int recurse(int depth) {
		return recurse(depth + 1) + 1;
	}
}
