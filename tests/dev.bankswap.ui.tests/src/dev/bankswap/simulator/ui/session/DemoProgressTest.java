/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.simulator.demo.DemoReport;
import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.demo.StageResult;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class DemoProgressTest {

	private static final StageResult CLOUD = new StageResult(DemoStage.CLOUD, Duration.ofMillis(300), Duration.ZERO, "port 1");

	@Test
	void stagesGoFromWaitingOverRunningToDone() {
		DemoProgress demo = DemoProgress.begun();
		assertEquals(DemoStage.values().length, demo.stages().size());
		assertEquals(Optional.empty(), demo.current());
		demo = demo.started(DemoStage.CLOUD);
		assertEquals(Optional.of(DemoStage.CLOUD), demo.current());
		demo = demo.finished(CLOUD);
		assertEquals(1, demo.done());
		assertEquals(Optional.of(CLOUD), demo.stages().get(0).result());
		assertTrue(demo.running());
	}

	@Test
	void aFailureStopsTheRunningStage() {
		DemoProgress demo = DemoProgress.begun().finished(CLOUD).started(DemoStage.BOARD).failed("no room");
		assertEquals(DemoProgress.Phase.FAILED, demo.phase());
		assertEquals(StageState.FAILED, demo.stages().get(1).state());
		assertEquals(StageState.NOT_REACHED, demo.stages().get(2).state());
		assertEquals(Optional.of("no room"), demo.failure());
	}

	@Test
	void aReportDecidesAboutSuccess() {
		assertEquals(DemoProgress.Phase.SUCCEEDED, DemoProgress.begun().ended(report(true)).phase());
		DemoProgress demo = DemoProgress.begun().started(DemoStage.COMMIT).ended(report(false));
		assertEquals(DemoProgress.Phase.FAILED, demo.phase());
		assertTrue(demo.report().isPresent());
	}

	@Test
	void cancellingMarksTheRunningStage() {
		DemoProgress demo = DemoProgress.begun().started(DemoStage.CLOUD).cancelled();
		assertEquals(StageState.CANCELLED, demo.stages().get(0).state());
		assertFalse(demo.running());
	}

	static DemoReport report(boolean succeeded) {
		return new DemoReport(List.of(CLOUD), succeeded ? "SUCCEEDED" : "FAILED", "1.1.0", 2, succeeded,
				Duration.ofMillis(2500), Duration.ofSeconds(43), 1, "bankswap-demo", "update-1");
	}
}
