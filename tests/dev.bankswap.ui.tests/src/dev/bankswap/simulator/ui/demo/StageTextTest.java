/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.demo.StageResult;
import dev.bankswap.simulator.ui.session.StageProgress;
import dev.bankswap.simulator.ui.session.StageState;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class StageTextTest {

	@ParameterizedTest
	@EnumSource
	void everyStageHasAName(DemoStage stage) {
		assertFalse(StageText.name(stage).isBlank());
	}

	@ParameterizedTest
	@EnumSource
	void aStageThatIsNotDoneShowsItsState(StageState state) {
		assertEquals(StageText.state(state), StageText.time(new StageProgress(DemoStage.SWAP, state, Optional.empty())));
	}

	@Test
	void evidenceIsOneLineAndNamesItsStageBesideTheTable() {
		StageProgress verified = new StageProgress(DemoStage.VERIFY, StageState.DONE, Optional.of(new StageResult(
				DemoStage.VERIFY, Duration.ZERO, Duration.ZERO, "<INF>    37190 [OTAAgent  ] ok\r\n")));
		assertEquals("<INF> 37190 [OTAAgent ] ok", StageText.evidence(verified));
		assertEquals(StageText.name(DemoStage.VERIFY) + ": <INF> 37190 [OTAAgent ] ok", StageText.detail(verified));
		assertEquals("", StageText.detail(new StageProgress(DemoStage.VERIFY, StageState.RUNNING, Optional.empty())));
	}

	@Test
	void aStageWithoutABoardHasNoBoardTime() {
		StageProgress cloud = new StageProgress(DemoStage.CLOUD, StageState.DONE,
				Optional.of(new StageResult(DemoStage.CLOUD, Duration.ofMillis(1500), Duration.ZERO, "ports")));
		assertEquals("", StageText.boardTime(cloud));
		assertEquals("ports", StageText.evidence(cloud));
		assertEquals(String.format("%.1f s", Double.valueOf(1.5)), StageText.time(cloud));
	}
}
