/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;

/**
 * What has to be stopped when the process ends, also by Ctrl-C or SIGTERM. The last thing started is the first one stopped;
 * each is stopped once.
 */
final class Shutdown {

	private static final Deque<Runnable> STEPS = new ArrayDeque<>();
	private static boolean hooked;

	private Shutdown() {
		// not to be instantiated
	}

	/**
	 * Adds something to stop, before everything that was added earlier.
	 *
	 * @param stop how to stop it; must not throw
	 */
	static synchronized void add(Runnable stop) {
		hook();
		STEPS.push(stop);
	}

	/**
	 * Adds something to do after everything else.
	 *
	 * @param step what to do; must not throw
	 */
	static synchronized void last(Runnable step) {
		hook();
		STEPS.addLast(step);
	}

	private static void hook() {
		if (!hooked) {
			hooked = true;
			Runtime.getRuntime().addShutdownHook(Executors.defaultThreadFactory().newThread(Shutdown::run));
		}
	}

	/** Stops everything that was added and not stopped yet. */
	static synchronized void run() {
		while (!STEPS.isEmpty()) {
			STEPS.pop().run();
		}
	}
}
