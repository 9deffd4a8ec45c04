/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What has to be stopped when the process ends, also by Ctrl-C or SIGTERM. The last thing started is the first one stopped;
 * each is stopped once.
 */
final class Shutdown {

	private static final Deque<Runnable> STEPS = new ArrayDeque<>();
	private static final CountDownLatch ENDED = new CountDownLatch(1);
	private static final long PATIENCE_SECONDS = 3;
	private static boolean hooked;
	private static volatile boolean ending;
	private static volatile boolean waiting;
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

	private static void runAndEnd() {
		ending = true;
		run();
		try {
			if (!waiting) {
				// the command itself is still on its way out, and may still need its classes
				ENDED.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		end.run();
	}

	/**
	 * Keeps a command running until the process is told to end; does not return.
	 *
	 * @throws InterruptedException if the thread is interrupted
	 */
	static void awaitTheEnd() throws InterruptedException {
		waiting = true;
		new CountDownLatch(1).await();
	}

	/**
	 * Tells that the command has ended. Does not return if the process is ending already: the framework must not be stopped, and
	 * write into its folders, while they are being deleted.
	 *
	 * @throws InterruptedException if the thread is interrupted
	 */
	static void commandEnded() throws InterruptedException {
		ENDED.countDown();
		if (ending) {
			awaitTheEnd();
		}
	}

	/** Stops everything that was added and not stopped yet. */
	static synchronized void run() {
		while (!STEPS.isEmpty()) {
			STEPS.pop().run();
		}
	}
}
