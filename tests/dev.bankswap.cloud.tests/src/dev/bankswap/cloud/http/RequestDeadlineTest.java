/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;
import io.netty.channel.embedded.EmbeddedChannel;

@ExtendWith(NoErrorLogged.class)
class RequestDeadlineTest {

	@Test
	void aPeerThatNeverFinishesIsCutOff() {
		RequestDeadline deadline = new RequestDeadline(60);
		EmbeddedChannel channel = new EmbeddedChannel(deadline);
		channel.freezeTime();
		advance(channel, 59);
		assertTrue(channel.isActive());
		deadline.requestComplete();
		advance(channel, 59);
		assertTrue(channel.isActive(), "a complete request begins a new term");
		advance(channel, 2);
		assertFalse(channel.isActive());
	}

	private static void advance(EmbeddedChannel channel, int seconds) {
		channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
		channel.runScheduledPendingTasks();
		channel.runPendingTasks();
	}
}
