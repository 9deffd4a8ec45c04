/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static dev.bankswap.board.TestBoards.boot;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class UartTest {

	private final Board board = TestBoards.typical();
	private final Scheduler scheduler = board.scheduler();
	private final Uart uart = board.uart();
	private final ByteArrayOutputStream host = new ByteArrayOutputStream();
	private final List<Long> arrivals = new ArrayList<>();
	private long start;

	@BeforeEach
	void start() {
		boot(board);
		start = scheduler.now();
		uart.addHostListener(data -> {
			host.writeBytes(data);
			arrivals.add(scheduler.now() - start);
		});
	}

	@Test
	void oneByteTakesTenBits() {
		uart.transmit(new byte[] { 65 });
		assertFalse(uart.txIdle());
		scheduler.runUntil(start + TestBoards.SECOND);
		assertTrue(uart.txIdle());
		assertEquals(List.of(86_805L), arrivals);
	}

	@Test
	void manyBytesTakeExactlyTheirTimeInFewEvents() {
		byte[] text = random(11_520);
		uart.transmit(text);
		scheduler.runUntil(start + TestBoards.SECOND - 1);
		assertTrue(host.size() < text.length);
		scheduler.runUntil(start + TestBoards.SECOND);
		assertArrayEquals(text, host.toByteArray());
		assertTrue(arrivals.size() <= text.length / SerialWire.BATCH + 1);
	}

	@Test
	void whatIsQueuedLaterFollowsWithoutAGap() {
		uart.transmit(random(5));
		scheduler.runUntil(start + 200_000);
		uart.transmit(random(7));
		scheduler.runUntil(start + TestBoards.SECOND);
		assertEquals(12 * 10 * 1_000_000_000L / 115_200, arrivals.get(arrivals.size() - 1));
	}

	@Test
	void anIdleLineStartsItsTimeAnew() {
		uart.transmit(random(1));
		scheduler.runUntil(start + TestBoards.SECOND);
		uart.transmit(random(1));
		scheduler.runUntil(start + 2 * TestBoards.SECOND);
		assertEquals(List.of(86_805L, TestBoards.SECOND + 86_805), arrivals);
	}

	@Test
	void theIdleInterruptComesAfterTheLastByte() {
		List<Integer> sizes = new ArrayList<>();
		uart.onTxIdle(() -> {
			sizes.add(host.size());
			if (sizes.size() < 3) {
				uart.transmit(random(100));
			}
		});
		uart.transmit(random(100));
		scheduler.runUntil(start + TestBoards.SECOND);
		assertEquals(List.of(100, 200, 300), sizes);
	}

	@Test
	void pollingKeepsTheCoreBusyBehindWhatIsQueued() {
		List<Long> times = new ArrayList<>();
		board.cpu().run(1, () -> {
			uart.transmit("queued ".getBytes());
			uart.transmitBlocking("polled".getBytes());
			times.add(scheduler.now() - start);
		});
		scheduler.runUntil(start + TestBoards.SECOND);
		assertEquals("queued polled", host.toString());
		assertEquals(List.of(13 * 10 * 1_000_000_000L / 115_200), times);
		assertTrue(uart.txIdle());
	}

	@Test
	void hostBytesArriveAtTheBaudRate() {
		ByteArrayOutputStream device = new ByteArrayOutputStream();
		uart.setReceiver(device::writeBytes);
		byte[] pasted = random(1400);
		uart.hostWrite(pasted);
		scheduler.runUntil(start + 60 * TestBoards.MS);
		assertTrue(device.size() > 640 && device.size() < 700, "after 60 ms: " + device.size());
		scheduler.runUntil(start + TestBoards.SECOND);
		assertArrayEquals(pasted, device.toByteArray());
	}

	@Test
	void hostBytesAreLostWithoutAReceiver() {
		List<byte[]> received = new ArrayList<>();
		uart.setReceiver(received::add);
		board.reset(ResetCause.PIN);
		uart.hostWrite(random(3));
		scheduler.runUntil(scheduler.now() + TestBoards.SECOND);
		assertTrue(board.running());
		assertEquals(0, received.size());
	}

	@Test
	void aResetLosesWhatHasNotLeft() {
		uart.transmit("0123456789".getBytes());
		scheduler.runUntil(start + 4 * 86_806 + 10);
		board.reset(ResetCause.PIN);
		scheduler.runUntil(start + TestBoards.SECOND);
		assertEquals("0123", host.toString());
		assertTrue(uart.txIdle());
	}

	@Test
	void aReceiverThatThrowsIsAFirmwareFault() {
		uart.setReceiver(data -> {
			throw new IllegalStateException("bad driver");
		});
		uart.hostWrite(random(1));
		scheduler.runUntil(start + TestBoards.SECOND);
		assertFalse(board.running());
	}

	@Test
	void aTerminalThatThrowsDisturbsNobody() {
		NoErrorLogged.expect("A listener of the console failed");
		uart.addHostListener(data -> {
			throw new IllegalStateException("bad terminal");
		});
		uart.transmit(random(40));
		scheduler.runUntil(start + TestBoards.SECOND);
		assertEquals(40, host.size());
	}

	@Test
	void everyByteArrivesOnceWhateverThePattern() {
		Random random = new Random(5);
		ByteArrayOutputStream sent = new ByteArrayOutputStream();
		long queued = 0;
		for (int i = 0; i < 500; i++) {
			byte[] data = random(random.nextInt(90));
			sent.writeBytes(data);
			queued += data.length;
			if (random.nextInt(10) == 0) {
				uart.transmitBlocking(data);
				assertTrue(uart.txIdle());
			} else {
				uart.transmit(data);
			}
			scheduler.runUntil(scheduler.now() + random.nextInt(9_000_000));
		}
		scheduler.runUntil(scheduler.now() + 100 * TestBoards.SECOND);
		assertEquals(queued, host.size());
		assertArrayEquals(sent.toByteArray(), host.toByteArray());
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}
}
