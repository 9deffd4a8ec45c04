/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.util.concurrent.EventExecutor;

/**
 * Makes publishers wait for a reader that has fallen behind, so that no message is lost on a reader that keeps up. A
 * reader that does not move at all is not waited for.
 */
final class Backpressure {

	private static final long HIGH = 4L << 20;

	private static final long LOW = 1L << 20;

	private static final int PATIENCE_SECONDS = 5;

	private final EventExecutor executor;

	private final Outbox outbox;

	private final Set<MqttConnection> held = new LinkedHashSet<>();

	private @Nullable Future<?> patience;

	private boolean stuck;

	Backpressure(EventExecutor executor, Outbox outbox) {
		this.executor = executor;
		this.outbox = outbox;
	}

	void hold(MqttConnection publisher) {
		if (stuck || outbox.backlog() < HIGH || !held.add(publisher)) {
			return;
		}
		publisher.hold();
		if (patience == null) {
			patience = executor.schedule(this::giveUp, PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
	}

	void drained() {
		if (outbox.backlog() <= LOW) {
			stuck = false;
			stop();
		}
	}

	void stop() {
		Future<?> running = patience;
		if (running != null) {
			running.cancel(false);
			patience = null;
		}
		held.forEach(MqttConnection::release);
		held.clear();
	}

	private void giveUp() {
		stuck = true;
		stop();
	}
}
