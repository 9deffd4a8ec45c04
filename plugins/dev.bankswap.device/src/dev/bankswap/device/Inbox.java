/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.Nullable;

/** Hands what the console said from the thread of the line to the one that waits for an answer. Old events fall out when nobody reads. */
final class Inbox {
	private static final int CAPACITY = 8192;
	/** How often a waiting thread asks whether the user cancelled. */
	private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

	private final Deque<ConsoleEvent> events = new ArrayDeque<>();
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition arrived = lock.newCondition();
	private ConsoleEvent.@Nullable Gone gone;

	void add(ConsoleEvent event) {
		lock.lock();
		try {
			if (event instanceof ConsoleEvent.Gone end) {
				gone = end;
			} else {
				if (events.size() == CAPACITY) {
					events.removeFirst();
				}
				events.addLast(event);
			}
			arrived.signalAll();
		} finally {
			lock.unlock();
		}
	}

	/** Forgets what arrived so far, except that the line is gone. */
	void clear() {
		lock.lock();
		try {
			events.clear();
		} finally {
			lock.unlock();
		}
	}

	/** Puts events that were taken out back to the front, so that somebody else can wait for them. */
	void putBack(List<ConsoleEvent> taken) {
		lock.lock();
		try {
			for (int i = taken.size() - 1; i >= 0; i--) {
				events.addFirst(taken.get(i));
			}
		} finally {
			lock.unlock();
		}
	}

	/** Begins again for a line that was opened again. */
	void reset() {
		lock.lock();
		try {
			events.clear();
			gone = null;
		} finally {
			lock.unlock();
		}
	}

	/** Waits for the next event; returns nothing if there is none before the deadline (in {@link System#nanoTime()}). */
	@Nullable ConsoleEvent next(long deadline, BooleanSupplier cancelled) throws SerialException {
		lock.lock();
		try {
			while (events.isEmpty()) {
				ConsoleEvent.Gone end = gone;
				if (end != null) {
					throw new SerialException(end.reason().problem(), end.reason().getMessage(), end.reason());
				}
				long left = deadline - System.nanoTime();
				if (cancelled.getAsBoolean()) {
					throw cancelled();
				}
				if (left <= 0) {
					return null;
				}
				arrived.awaitNanos(Math.min(left, SLICE_NANOS));
			}
			return events.removeFirst();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw cancelled();
		} finally {
			lock.unlock();
		}
	}

	static long deadline(Duration limit) {
		return System.nanoTime() + limit.toNanos();
	}

	private static SerialException cancelled() {
		return new SerialException(SerialProblem.CANCELLED, "Cancelled while waiting for the device.");
	}
}
