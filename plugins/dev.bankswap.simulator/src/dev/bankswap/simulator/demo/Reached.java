/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

/**
 * When and how a milestone was reached.
 *
 * @param realNanos      {@link System#nanoTime()}
 * @param simulatedNanos the board's clock
 * @param evidence       what shows it
 */
record Reached(long realNanos, long simulatedNanos, String evidence) {
}
