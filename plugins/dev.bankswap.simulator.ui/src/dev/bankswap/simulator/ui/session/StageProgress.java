/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.session;

import java.util.Optional;

import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.demo.StageResult;

/**
 * One stage of the demonstration at one moment.
 *
 * @param stage  which
 * @param state  how far it is
 * @param result what it took and what shows it, once it is done
 */
public record StageProgress(DemoStage stage, StageState state, Optional<StageResult> result) {

	StageProgress as(StageState next) {
		return new StageProgress(stage, next, result);
	}
}
