/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.time.Duration;

/**
 * One finished stage.
 *
 * @param stage     which
 * @param wall      how long it took on the user's clock
 * @param simulated how long it took on the board's clock; zero before there is a board
 * @param evidence  one line that shows that it happened: a certificate id, a log line of the device, a job status
 */
public record StageResult(DemoStage stage, Duration wall, Duration simulated, String evidence) {
}
