/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.firmware.net.NetworkStatistics;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class SenseTaskTest {

	@Test
	void timerIsASawTooth() {
		assertEquals("{ \"timer_s\": 3, \"sent_p\": 40, \"received_p\": 50 }", SenseTask.payload(33_999, 40, 50));
		assertEquals("{ \"timer_s\": 0, \"sent_p\": 0, \"received_p\": 0 }", SenseTask.payload(60_000, 0, 0));
	}

	@Test
	void countersWrapAfterSixteenBits() {
		NetworkStatistics statistics = new NetworkStatistics();
		statistics.exchange(65_535, 65_536);
		statistics.sent(2_000);
		assertEquals(1, statistics.sentPackets());
		assertEquals(1, statistics.receivedPackets());
	}
}
