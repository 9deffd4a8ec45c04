/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import dev.bankswap.testing.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorLogged.class)
class SchedulerTest {

	private final Scheduler scheduler = new Scheduler();
	private final List<String> ran = new ArrayList<>();

	@Test
	void ordersByTimeThenPriorityThenSequence() {
		scheduler.at(20, 9, note("late"));
		scheduler.at(10, 1, note("low"));
		scheduler.at(10, 5, note("high first"));
		scheduler.at(10, 5, note("high second"));
		scheduler.runUntil(20);
		assertEquals(List.of("high first@10", "high second@10", "low@10", "late@20"), ran);
	}

	@Test
	void matchesAModelForRandomSchedules() {
		record Planned(long time, int priority, int order) {
		}
		for (int seed = 0; seed < 50; seed++) {
			Random random = new Random(seed);
			Scheduler tested = new Scheduler();
			List<Planned> expected = new ArrayList<>();
			List<Planned> actual = new ArrayList<>();
			List<Scheduled> handles = new ArrayList<>();
			for (int i = 0; i < 300; i++) {
				Planned planned = new Planned(random.nextInt(40), random.nextInt(4), i);
				expected.add(planned);
				handles.add(tested.at(planned.time, planned.priority, () -> actual.add(planned)));
			}
			for (int i = 299; i >= 0; i--) {
				if (random.nextInt(3) > 0) {
					handles.get(i).cancel();
					assertFalse(handles.get(i).pending());
					expected.remove(i);
				}
			}
			expected.sort(Comparator.comparingLong(Planned::time)
					.thenComparing(Comparator.comparingInt(Planned::priority).reversed())
					.thenComparingInt(Planned::order));
			tested.runUntil(40);
			assertEquals(expected, actual, "seed " + seed);
			assertEquals(Long.MAX_VALUE, tested.nextTime());
		}
	}

	@Test
	void actionsMayScheduleForTheSameTime() {
		scheduler.at(5, 1, () -> scheduler.after(0, 1, note("nested")));
		scheduler.at(5, 1, note("sibling"));
		scheduler.runUntil(5);
		assertEquals(List.of("sibling@5", "nested@5"), ran);
	}

	@Test
	void spentTimeMakesOthersLateButSkipsNone() {
		scheduler.at(10, 1, () -> scheduler.spend(100));
		scheduler.at(30, 1, note("due at 30"));
		scheduler.at(20, 1, note("due at 20"));
		scheduler.at(200, 1, note("due at 200"));
		scheduler.runUntil(150);
		assertEquals(List.of("due at 20@110", "due at 30@110"), ran);
		assertEquals(150, scheduler.now());
	}

	@Test
	void idleTimeStopsAtTheNextEvent() {
		scheduler.at(50, 1, note("event"));
		scheduler.advanceTo(20);
		assertEquals(20, scheduler.now());
		scheduler.advanceTo(100);
		assertEquals(50, scheduler.now());
		assertEquals(List.of(), ran);
		scheduler.advanceTo(10);
		assertEquals(50, scheduler.now());
	}

	@Test
	void inputsRunBeforeTheNextEventInTheirOrder() {
		scheduler.at(0, 99, note("event"));
		scheduler.post(note("first"));
		scheduler.post(note("second"));
		assertTrue(scheduler.hasInput());
		while (scheduler.step()) {
			assertEquals(0, scheduler.now());
		}
		assertEquals(List.of("first@0", "second@0", "event@0"), ran);
	}

	@Test
	void inputsMayComeFromManyThreads() {
		AtomicInteger woken = new AtomicInteger();
		AtomicInteger count = new AtomicInteger();
		scheduler.onInput(woken::incrementAndGet);
		CompletableFuture<?>[] posters = new CompletableFuture<?>[4];
		for (int i = 0; i < posters.length; i++) {
			posters[i] = CompletableFuture.runAsync(() -> {
				for (int k = 0; k < 1000; k++) {
					scheduler.post(count::incrementAndGet);
				}
			});
		}
		CompletableFuture.allOf(posters).join();
		scheduler.runUntil(0);
		assertEquals(4000, count.get());
		assertEquals(4000, woken.get());
	}

	@Test
	void anActionThatThrowsStaysInside() {
		NoErrorLogged.expect("An event of the simulation failed at 1 ns");
		NoErrorLogged.expect("An input of the simulation failed");
		scheduler.at(1, 1, () -> {
			throw new IllegalStateException("broken");
		});
		scheduler.post(() -> {
			throw new AssertionError("broken input");
		});
		scheduler.at(2, 1, note("next"));
		scheduler.runUntil(2);
		assertEquals(List.of("next@2"), ran);
	}

	@Test
	void nothingToDoIsNoProgress() {
		assertFalse(scheduler.step());
		scheduler.at(3, 1, note("x")).cancel();
		assertFalse(scheduler.step());
		assertEquals(0, scheduler.now());
		scheduler.runUntil(Long.MAX_VALUE);
		assertEquals(List.of(), ran);
	}

	@Test
	void timeCannotRunBackwards() {
		assertThrows(IllegalArgumentException.class, () -> scheduler.spend(-1));
		assertThrows(IllegalArgumentException.class, () -> scheduler.after(-1, 1, note("never")));
	}

	private Runnable note(String text) {
		return () -> ran.add(text + "@" + scheduler.now());
	}
}
