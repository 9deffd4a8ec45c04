/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class MilestonesTest {

	private static final Reached FIRST = new Reached(5, 50, "first");

	private final Milestones milestones = new Milestones();
	private final NullProgressMonitor monitor = new NullProgressMonitor();

	@Test
	void theFirstTimeCountsUntilItIsForgotten() {
		milestones.reach(Milestone.CONNECTED, FIRST);
		milestones.reach(Milestone.CONNECTED, new Reached(6, 60, "second"));
		assertEquals(Optional.of(FIRST), milestones.get(Milestone.CONNECTED));
		milestones.forget(Milestone.CONNECTED);
		assertEquals(Optional.empty(), milestones.get(Milestone.CONNECTED));
	}

	@Test
	void theEndOfTheJobEndsEveryWait() {
		milestones.reach(Milestone.JOB_ENDED, FIRST);
		assertEquals(Optional.empty(),
				milestones.await(Milestone.ALL_BLOCKS, Milestone.JOB_ENDED, Duration.ofMinutes(1), monitor));
	}

	@Test
	void aWaitEndsByTimeAndByCancel() {
		assertEquals(Optional.empty(),
				milestones.await(Milestone.ALL_BLOCKS, Milestone.JOB_ENDED, Duration.ofMillis(1), monitor));
		monitor.setCanceled(true);
		assertThrows(OperationCanceledException.class,
				() -> milestones.await(Milestone.ALL_BLOCKS, Milestone.JOB_ENDED, Duration.ofMinutes(1), monitor));
	}

	@Test
	void aStageEndsWhenItsMilestoneWasReachedNotWhenSomebodyLooked() {
		List<StageResult> seen = new ArrayList<>();
		StageClock clock = new StageClock(new DemoListener() {
			@Override
			public void started(DemoStage stage) {
				assertTrue(seen.size() <= 1);
			}

			@Override
			public void finished(StageResult result) {
				seen.add(result);
			}
		});
		long now = System.nanoTime();
		clock.start(DemoStage.LAUNCH);
		clock.finish(DemoStage.LAUNCH, new Reached(now, 1_000, "a"), "launched");
		clock.start(DemoStage.DOWNLOAD);
		clock.finish(DemoStage.DOWNLOAD, new Reached(now + 7_000, 31_000, "b"), "loaded");
		assertEquals(Duration.ofNanos(7_000), seen.get(1).wall());
		assertEquals(Duration.ofNanos(30_000), seen.get(1).simulated());
		assertEquals("loaded", seen.get(1).evidence());
		assertEquals(Duration.ofNanos(7_000), clock.wallSince(DemoStage.LAUNCH));
		assertEquals(Duration.ofNanos(30_000), clock.simulatedSince(DemoStage.LAUNCH));
	}
}
