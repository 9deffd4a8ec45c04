/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class KernelTest {

	private final List<String> seen = new ArrayList<>();

	private Kernel kernel;

	private ConsoleSession time;

	@BeforeEach
	void boot() {
		TestBoard board = TestBoard.consoleOnly().boot();
		kernel = board.context().kernel();
		time = board.console();
	}

	@Test
	void higherPriorityRunsFirst() {
		Task low = kernel.createTask("low", 1, 128);
		Task high = kernel.createTask("high", 9, 128);
		low.run(() -> seen.add(kernel.current().name()));
		high.run(() -> seen.add(kernel.current().name()));
		time.run(1);
		assertEquals(List.of("high", "low"), seen);
		assertEquals("IDLE", kernel.current().name());
	}

	@Test
	void delaysCountTicksAndCanBeCancelled() {
		Task task = kernel.createTask("t", 1, 128);
		long start = kernel.tick();
		task.after(50, () -> seen.add("at " + (kernel.tick() - start)));
		task.after(60, () -> seen.add("never")).cancel();
		time.run(100);
		assertEquals(List.of("at 50"), seen);
	}

	@Test
	void suspendedTaskRunsItsWorkLater() {
		Task task = kernel.createTask("t", 1, 128);
		task.run(() -> seen.add("a"));
		task.suspend();
		task.after(10, () -> seen.add("b"));
		time.run(50);
		assertTrue(seen.isEmpty());
		task.resume();
		time.run(1);
		assertEquals(List.of("a", "b"), seen);
	}

	@Test
	void deletedTaskRunsNothing() {
		Task task = kernel.createTask("t", 1, 128);
		task.run(() -> seen.add("a"));
		task.delete();
		task.run(() -> seen.add("b"));
		time.run(10);
		assertTrue(seen.isEmpty());
		assertFalse(kernel.tasks().contains(task));
	}

	@Test
	void eventGroupReleasesWhoWaitsForAllBits() {
		Task task = kernel.createTask("t", 1, 128);
		EventGroup group = kernel.events();
		group.whenAll(SystemEvents.NET_INIT | SystemEvents.NET_CONNECTED, task, () -> seen.add("net"));
		group.set(SystemEvents.NET_INIT);
		time.run(1);
		assertTrue(seen.isEmpty());
		group.set(SystemEvents.NET_CONNECTED);
		time.run(1);
		assertEquals(List.of("net"), seen);
		group.clear(SystemEvents.NET_CONNECTED);
		group.set(SystemEvents.NET_CONNECTED);
		group.whenAll(SystemEvents.NET_CONNECTED, task, () -> seen.add("at once"));
		time.run(1);
		assertEquals(List.of("net", "at once"), seen);
	}

	@Test
	void endlessLoopStarvesWhatIsBelow() {
		Task stuck = kernel.createTask("stuck", 5, 128);
		Task low = kernel.createTask("low", 4, 128);
		Task same = kernel.createTask("same", 5, 128);
		stuck.run(() -> {
			throw new EndlessLoop("test");
		});
		stuck.run(() -> seen.add("stuck"));
		low.run(() -> seen.add("low"));
		same.run(() -> seen.add("same"));
		time.run(10);
		assertEquals(List.of("same"), seen);
	}
}
