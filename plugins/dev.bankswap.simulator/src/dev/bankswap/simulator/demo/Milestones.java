/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** Collects milestones as they happen, on whatever thread, and lets one thread wait for them. */
final class Milestones {

	private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(50);

	private final ReentrantLock lock = new ReentrantLock();
	private final Condition changed = lock.newCondition();
	private final Map<Milestone, Reached> reached = new EnumMap<>(Milestone.class);

	/**
	 * Notes the first time that a milestone is reached.
	 *
	 * @param milestone which
	 * @param moment    when and how
	 */
	void reach(Milestone milestone, Reached moment) {
		lock.lock();
		try {
			reached.putIfAbsent(milestone, moment);
			changed.signalAll();
		} finally {
			lock.unlock();
		}
	}

	/**
	 * Forgets a milestone, so that its next time counts.
	 *
	 * @param milestone which
	 */
	void forget(Milestone milestone) {
		lock.lock();
		try {
			reached.remove(milestone);
		} finally {
			lock.unlock();
		}
	}

	Optional<Reached> get(Milestone milestone) {
		lock.lock();
		try {
			return Optional.ofNullable(reached.get(milestone));
		} finally {
			lock.unlock();
		}
	}

	/**
	 * Waits until one of two milestones is reached.
	 *
	 * @param wanted  what should happen
	 * @param instead what also ends the wait
	 * @param limit   longest wait
	 * @param monitor ends the wait when it is cancelled
	 * @return how the wanted one was reached, or nothing if the other came first or the time was over
	 * @throws OperationCanceledException if the monitor was cancelled or the thread interrupted
	 */
	Optional<Reached> await(Milestone wanted, Milestone instead, Duration limit, IProgressMonitor monitor) {
		long deadline = System.nanoTime() + limit.toNanos();
		lock.lock();
		try {
			while (!reached.containsKey(wanted) && !reached.containsKey(instead) && System.nanoTime() < deadline) {
				if (monitor.isCanceled()) {
					throw new OperationCanceledException();
				}
				changed.awaitNanos(SLICE);
			}
			return Optional.ofNullable(reached.get(wanted));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new OperationCanceledException();
		} finally {
			lock.unlock();
		}
	}
}
