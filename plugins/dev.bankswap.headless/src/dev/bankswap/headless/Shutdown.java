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
	private static Runnable end = () -> {
		// nothing to do unless somebody said so
	};

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
	 * Sets what is done at the very end, when the framework has stopped as well: it still writes into its folders while it does.
	 *
	 * @param step what to do; must not throw
	 */
	static synchronized void whenTheProcessEnds(Runnable step) {
		hook();
		end = step;
	}

	private static void hook() {
		if (!hooked) {
			hooked = true;
			Runtime.getRuntime().addShutdownHook(Executors.defaultThreadFactory().newThread(Shutdown::runAndEnd));
		}
	}

	private static synchronized void runAndEnd() {
		run();
		end.run();
	}

	/** Stops everything that was added and not stopped yet. */
	static synchronized void run() {
		while (!STEPS.isEmpty()) {
			STEPS.pop().run();
		}
	}
}
