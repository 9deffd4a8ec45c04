/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.Scheduler;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class SimulationLoopTest {

	private static final Pace FASTEST = new Pace(Double.POSITIVE_INFINITY);

	@Test
	void aDayPassesAtOnceWhenNothingHolds() throws InterruptedException {
		Scheduler scheduler = new Scheduler();
		CountDownLatch done = new CountDownLatch(1);
		scheduler.after(TimeUnit.DAYS.toNanos(1), 0, done::countDown);
		try (SimulationLoop loop = new SimulationLoop("test", scheduler, FASTEST)) {
			loop.start();
			assertTrue(done.await(10, TimeUnit.SECONDS));
		}
		assertEquals(TimeUnit.DAYS.toNanos(1), scheduler.now());
	}

	@Test
	void timeStandsStillWhileSomethingHolds() throws InterruptedException {
		Scheduler scheduler = new Scheduler();
		AtomicBoolean holding = new AtomicBoolean(true);
		CountDownLatch input = new CountDownLatch(1);
		CountDownLatch event = new CountDownLatch(1);
		scheduler.after(1, 0, event::countDown);
		try (SimulationLoop loop = new SimulationLoop("test", scheduler, FASTEST)) {
			loop.addHold(holding::get);
			loop.start();
			scheduler.post(input::countDown);
			assertTrue(input.await(10, TimeUnit.SECONDS), "input is taken while time stands still");
			assertEquals(1, event.getCount());
			scheduler.post(() -> holding.set(false));
			assertTrue(event.await(10, TimeUnit.SECONDS));
		}
	}

	@Test
	void aHoldThatNobodyEndsDoesNotStopTheBoardForEver() throws InterruptedException {
		Scheduler scheduler = new Scheduler();
		CountDownLatch event = new CountDownLatch(1);
		scheduler.after(1, 0, event::countDown);
		try (SimulationLoop loop = new SimulationLoop("test", scheduler, FASTEST)) {
			loop.addHold(() -> true);
			loop.start();
			assertTrue(event.await(10, TimeUnit.SECONDS));
		}
	}

	@Test
	void pausedTimeTakesInputAndNothingElse() throws InterruptedException {
		Scheduler scheduler = new Scheduler();
		CountDownLatch event = new CountDownLatch(1);
		CountDownLatch input = new CountDownLatch(1);
		scheduler.after(1, 0, event::countDown);
		try (SimulationLoop loop = new SimulationLoop("test", scheduler, FASTEST)) {
			loop.setPaused(true);
			loop.start();
			scheduler.post(input::countDown);
			assertTrue(input.await(10, TimeUnit.SECONDS));
			assertTrue(loop.paused());
			assertEquals(1, event.getCount());
			loop.setPaused(false);
			assertTrue(event.await(10, TimeUnit.SECONDS));
		}
	}

	@Test
	void paceConvertsBothWaysAndRefusesNonsense() {
		assertEquals(5_000, new Pace(50).simulated(100));
		assertEquals(100, new Pace(50).real(5_000));
		assertEquals(Long.MAX_VALUE, FASTEST.simulated(1));
		assertEquals(0, FASTEST.real(1_000));
		assertThrows(IllegalArgumentException.class, () -> new Pace(0));
		assertThrows(IllegalArgumentException.class, () -> new Pace(Double.NaN));
		assertFalse(new Pace(1).equals(new Pace(2)));
	}
}
