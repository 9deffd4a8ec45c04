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

import java.util.List;

import dev.bankswap.board.fault.Fault;
import dev.bankswap.board.fault.FaultPlan;
import dev.bankswap.board.fault.Line;
import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the console loses: by overrun on a faithful board, and by a plan. */
@ExtendWith(NoErrorLogged.class)
class UartFidelityTest {

	private static final String TEXT = "0123456789abcdefghijklmnopqrstuvwxyz";
	private static final long BYTE = 86_806;

	private final StringBuilder received = new StringBuilder();

	@Test
	void anIdleCoreReceivesEverything() {
		for (Fidelity fidelity : new Fidelity[] { Fidelity.IDEAL, Fidelity.FAITHFUL }) {
			received.setLength(0);
			Board board = board(fidelity, TimingProfile.typical());
			type(board, TEXT.repeat(30));
			assertEquals(TEXT.repeat(30), received.toString());
			assertFalse(board.uart().overrun());
		}
	}

	@Test
	void aBusyCoreLosesNothingOnAFriendlyBoard() {
		Board board = board(Fidelity.IDEAL, TimingProfile.typical());
		busy(board, 5 * BYTE, 100 * BYTE);
		type(board, TEXT);
		assertEquals(TEXT, received.toString());
	}

	@Test
	void eightBytesWaitForABusyCore() {
		Board board = board(Fidelity.FAITHFUL, TimingProfile.typical());
		List<BoardEvent> events = record(board);
		busy(board, 5 * BYTE + 1, 8 * BYTE);
		type(board, TEXT);
		assertEquals(TEXT, received.toString());
		assertTrue(only(events, BoardEvent.UartOverrun.class).isEmpty());
	}

	@Test
	void theNinthIsLostAndTheReceptionEnds() {
		Board board = board(Fidelity.FAITHFUL, TimingProfile.typical());
		List<BoardEvent> events = record(board);
		busy(board, 5 * BYTE + 1, 10 * BYTE);
		type(board, TEXT);
		assertEquals(TEXT.substring(0, 13), received.toString());
		assertTrue(board.uart().overrun());
		assertEquals(2, only(events, BoardEvent.UartOverrun.class).get(0).lost());
		type(board, "deaf");
		assertEquals(TEXT.substring(0, 13), received.toString());
		board.uart().setReceiver(data -> received.append(new String(data)));
		type(board, "heard");
		assertEquals(TEXT.substring(0, 13) + "heard", received.toString());
		board.reset(ResetCause.PIN);
		assertFalse(board.uart().overrun());
	}

	@Test
	void aProgramThatHandlesTheOverrunGoesOn() {
		Board board = board(Fidelity.FAITHFUL, TimingProfile.typical());
		board.uart().onOverrun(() -> {
			received.append('!');
			board.uart().clearOverrun();
		});
		busy(board, 5 * BYTE + 1, 10 * BYTE);
		type(board, TEXT);
		assertEquals(TEXT.substring(0, 13) + TEXT.substring(15), received.toString().replace("!", ""));
		assertTrue(received.toString().contains("!"));
		assertFalse(board.uart().overrun());
	}

	@Test
	void tasksThatAreBusyAreInterrupted() {
		Board board = board(Fidelity.FAITHFUL, TimingProfile.typical());
		board.cpu().after(5 * BYTE + 1, 1, () -> board.scheduler().spend(20 * BYTE));
		type(board, TEXT);
		assertEquals(TEXT, received.toString());
	}

	@Test
	void busyInterruptHandlersAreNot() {
		Board board = board(Fidelity.FAITHFUL, TimingProfile.typical());
		board.cpu().after(5 * BYTE + 1, Cpu.INTERRUPT_PRIORITY, () -> board.scheduler().spend(10 * BYTE));
		type(board, TEXT);
		assertEquals(TEXT.substring(0, 13), received.toString());
	}

	@Test
	void theReceiverIsEmptiedBetweenTwoSections() {
		Board board = board(Fidelity.FAITHFUL, TimingProfile.typical());
		board.cpu().after(5 * BYTE + 1, 1, () -> {
			for (int i = 0; i < 4; i++) {
				board.cpu().masked(() -> board.scheduler().spend(7 * BYTE));
			}
		});
		type(board, TEXT.repeat(2));
		assertEquals(TEXT.repeat(2), received.toString());
	}

	@Test
	void aLongSectionLosesBytesOfManyBatches() {
		Board board = board(Fidelity.FAITHFUL, TimingProfile.typical());
		List<BoardEvent> events = record(board);
		board.uart().onOverrun(board.uart()::clearOverrun);
		busy(board, 10 * BYTE + 1, 200 * BYTE);
		String text = TEXT.repeat(10);
		type(board, text);
		assertEquals(text.substring(0, 18) + text.substring(210), received.toString());
		assertEquals(192, only(events, BoardEvent.UartOverrun.class).stream().mapToInt(BoardEvent.UartOverrun::lost).sum());
	}

	@Test
	void aWireWithoutDelayCannotOverrun() {
		Board board = board(Fidelity.FAITHFUL, TimingProfile.ideal());
		type(board, TEXT);
		assertEquals(TEXT, received.toString());
	}

	@Test
	void plannedBytesAreLost() {
		for (Fidelity fidelity : new Fidelity[] { Fidelity.IDEAL, Fidelity.FAITHFUL }) {
			received.setLength(0);
			Board board = board(fidelity, TimingProfile.typical());
			StringBuilder host = new StringBuilder();
			board.uart().addHostListener(data -> host.append(new String(data)));
			board.inject(FaultPlan.of(new Fault.ByteLost(Line.TO_DEVICE, 0), new Fault.ByteLost(Line.TO_DEVICE, 35),
					new Fault.ByteLost(Line.TO_DEVICE, 40), new Fault.ByteLost(Line.TO_HOST, 33)));
			List<BoardEvent> events = record(board);
			board.uart().transmit(TEXT.getBytes());
			type(board, TEXT);
			type(board, TEXT);
			assertEquals(TEXT.substring(1, 35) + TEXT.substring(0, 4) + TEXT.substring(5), received.toString());
			assertEquals(TEXT.replace("x", ""), host.toString());
			assertEquals(4, only(events, BoardEvent.FaultStruck.class).size());
		}
	}

	private Board board(Fidelity fidelity, TimingProfile timing) {
		Board board = new Board(new BoardConfig(1, timing, fidelity));
		board.flash().loadImage(1, TestBoards.image(64));
		boot(board);
		board.uart().setReceiver(data -> received.append(new String(data)));
		return board;
	}

	private static void busy(Board board, long delay, long duration) {
		board.cpu().after(delay, 1, () -> board.cpu().masked(() -> board.scheduler().spend(duration)));
	}

	private static void type(Board board, String text) {
		board.uart().hostWrite(text.getBytes());
		board.scheduler().runUntil(board.scheduler().now() + TestBoards.SECOND);
	}
}
