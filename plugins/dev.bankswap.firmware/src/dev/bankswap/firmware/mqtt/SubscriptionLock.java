/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The mutex of the subscription manager. The agent's task holds it while it is not connected, and until its subscriptions are
 * back in force; other tasks that subscribe wait for it.
 */
final class SubscriptionLock {

	private final Deque<Runnable> waiting = new ArrayDeque<>();

	private boolean free;

	private boolean forgotten;

	/** Runs an action as soon as the mutex is free, which may be now. */
	void whenFree(Runnable action) {
		if (free) {
			action.run();
		} else {
			waiting.add(action);
		}
	}

	/** The agent's task takes the mutex. */
	void take() {
		free = false;
	}

	/** The agent's task gives the mutex back. */
	void release() {
		free = true;
		forgotten = false;
		while (free && !waiting.isEmpty()) {
			waiting.remove().run();
		}
	}

	/** The agent's task goes on without giving the mutex back. */
	void forget() {
		forgotten = true;
	}

	/** Whether the agent's task would wait for itself. */
	boolean forgotten() {
		return forgotten;
	}
}
