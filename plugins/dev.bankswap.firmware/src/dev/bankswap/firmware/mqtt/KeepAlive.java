/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.util.function.LongSupplier;

import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;

/**
 * Sends PINGREQ when one direction was silent for too long, and notices a missing answer. coreMQTT pings after 30 s of
 * silence, although it tells the broker 60 s. There is one timer at a time and no polling.
 */
final class KeepAlive {

	static final int SECONDS = 60;

	private static final long SILENCE_MS = 30_000;
	private static final long RESPONSE_MS = 5_000;

	private final Task task;
	private final LongSupplier clock;
	private final Runnable ping;
	private final Runnable timedOut;

	private Timer timer;
	private long lastSent;
	private long lastReceived;
	private boolean waiting;

	KeepAlive(Task task, LongSupplier clock, Runnable ping, Runnable timedOut) {
		this.task = task;
		this.clock = clock;
		this.ping = ping;
		this.timedOut = timedOut;
		lastSent = clock.getAsLong();
		lastReceived = lastSent;
		timer = task.after(SILENCE_MS, this::check);
	}

	void sent() {
		lastSent = clock.getAsLong();
	}

	void received() {
		lastReceived = clock.getAsLong();
	}

	void answered() {
		if (waiting) {
			waiting = false;
			timer.cancel();
			schedule();
		}
	}

	void stop() {
		timer.cancel();
	}

	private void check() {
		if (clock.getAsLong() < due()) {
			schedule();
			return;
		}
		waiting = true;
		timer = task.after(RESPONSE_MS, timedOut);
		ping.run();
	}

	private void schedule() {
		timer = task.after(Math.max(0, due() - clock.getAsLong()), this::check);
	}

	private long due() {
		return Math.min(lastSent, lastReceived) + SILENCE_MS;
	}
}
