/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

import java.time.Duration;

/**
 * A change of a step.
 *
 * @param step which one
 * @param state how far it is now
 * @param duration how long it has taken so far; zero when it begins
 * @param evidence what shows that it is done, or why it failed; empty when it begins; never a secret
 */
public record StepReport(StepId step, StepState state, Duration duration, String evidence) {
}
