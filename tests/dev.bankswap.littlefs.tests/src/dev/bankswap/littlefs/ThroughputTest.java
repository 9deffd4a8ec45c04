/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

/** The measurement works; what it measures depends on the machine, and is left to the benchmark. */
@ExtendWith(NoErrorLogged.class)
class ThroughputTest {

	@Test
	void ratiosFollowFromTheTimes() {
		Throughput.Result result = new Throughput.Result(0.002, 0.0002, 0.0001, 0.00004);
		assertEquals(20, result.writeRatio(), 1e-9);
		assertEquals(2, result.readRatio(), 1e-9);
		assertEquals(0.4, result.updateRatio(), 1e-9);
		assertEquals(246.268, result.writeSpeed(), 1e-3);
		assertEquals(25_000, result.updatesPerSecond(), 1e-6);
	}

	@Test
	void eachRoundIsMeasuredWithTheGivenClock() throws Exception {
		long[] time = { 0 };
		Throughput.Result result = new Throughput(() -> time[0] += 1_000_000, 1).measure();
		assertEquals(1, result.readRatio(), 1e-9);
		assertEquals(1, result.writeRatio(), 1e-9);
		assertTrue(result.updateSeconds() > 0 && result.updateSeconds() < result.copySeconds());
	}
}
