/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** Waits between two questions to the cloud. Replaced where time is simulated, or where something can say that asking pays now. */
@FunctionalInterface
public interface Waiter {
	/**
	 * Waits.
	 *
	 * @param time how long at most
	 * @param monitor ends the wait when it is cancelled
	 * @throws OperationFailure if the wait was cancelled
	 */
	void pause(Duration time, IProgressMonitor monitor) throws OperationFailure;

	/**
	 * Returns the waiter for real time.
	 *
	 * @return waits the whole time, unless the monitor is cancelled or the thread interrupted
	 */
	static Waiter realTime() {
		return (time, monitor) -> {
			long slice = TimeUnit.MILLISECONDS.toNanos(50);
			long deadline = System.nanoTime() + time.toNanos();
			CountDownLatch never = new CountDownLatch(1);
			try {
				for (long left = time.toNanos(); left > 0; left = deadline - System.nanoTime()) {
					if (monitor.isCanceled()) {
						throw OperationFailure.of(new OperationCanceledException());
					}
					never.await(Math.min(left, slice), TimeUnit.NANOSECONDS);
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw OperationFailure.of(e);
			}
		};
	}
}
