/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The one clock and the one event queue of a board. Time is simulated and counted in nanoseconds; it moves only from event
 * to event, through {@link #advanceTo(long)}, or through {@link #spend(long)} of a running action. Events run in the order of
 * their time, then of their priority (the larger number first, as in FreeRTOS), then in the order in which they were
 * scheduled. How fast simulated time follows real time is up to the caller of {@link #step()}.
 * <p>
 * One thread at a time uses a scheduler; only {@link #post(Runnable)} and {@link #hasInput()} may be called by any thread.
 */
public final class Scheduler {

	/** Priority of what the hardware does; it comes before the software when both are due at the same time. */
	public static final int HARDWARE_PRIORITY = 10_000;

	/** Cancelled events stay in the queue until they are this many and the majority. */
	private static final int MANY_CANCELLED = 64;

	private final PriorityQueue<Entry> events = new PriorityQueue<>();
	private final Queue<Runnable> inputs = new ConcurrentLinkedQueue<>();
	private volatile Runnable wake = () -> {
		// nobody waits for inputs
	};
	private long now;
	private long sequence;
	private int cancelled;

	/**
	 * The simulated time.
	 *
	 * @return nanoseconds since the board came into being
	 */
	public long now() {
		return now;
	}

	/**
	 * Schedules an action for a time.
	 *
	 * @param timeNs   when; a time that has passed already means as soon as possible
	 * @param priority among the actions of the same time the largest runs first
	 * @param action   what to run
	 * @return the handle for cancelling it
	 */
	public Scheduled at(long timeNs, int priority, Runnable action) {
		return schedule(timeNs, priority, action, null);
	}

	/**
	 * Schedules an action for a time from now.
	 *
	 * @param delayNs  how much later
	 * @param priority among the actions of the same time the largest runs first
	 * @param action   what to run
	 * @return the handle for cancelling it
	 */
	public Scheduled after(long delayNs, int priority, Runnable action) {
		return schedule(later(delayNs), priority, action, null);
	}

	/**
	 * Hands in something from outside the simulation. It runs on the simulation thread, at the time that is current then and
	 * before the next event. Any thread may call this.
	 *
	 * @param input what to run
	 */
	public void post(Runnable input) {
		inputs.add(input);
		wake.run();
	}

	/**
	 * Whether something was posted that has not run yet. Any thread may call this.
	 *
	 * @return true if the next {@link #step()} runs an input
	 */
	public boolean hasInput() {
		return !inputs.isEmpty();
	}

	/**
	 * Asks to be told of inputs, so that a thread that waits for the next event in real time can wake up early.
	 *
	 * @param listener called by the posting thread after each {@link #post(Runnable)}
	 */
	public void onInput(Runnable listener) {
		wake = listener;
	}

	/**
	 * The time of the next event.
	 *
	 * @return nanoseconds, or {@link Long#MAX_VALUE} if no event is scheduled; less than {@link #now()} if it is late
	 */
	public long nextTime() {
		Entry next = peek();
		return next == null ? Long.MAX_VALUE : next.time;
	}

	/**
	 * Runs one input, or if there is none the next event, to which the time moves.
	 *
	 * @return false if there was neither
	 */
	public boolean step() {
		if (hasInput()) {
			Containment.call("An input of the simulation", now, inputs.remove());
			return true;
		}
		Entry next = peek();
		if (next == null) {
			return false;
		}
		events.remove();
		next.state = Entry.DONE;
		now = Math.max(now, next.time);
		Containment.call("An event of the simulation", now, next.action);
		return true;
	}

	/**
	 * Runs all inputs and every event that is due until a time, and lets the time move there.
	 *
	 * @param timeNs where to stop; the time can be later afterwards if the last action spent more
	 */
	public void runUntil(long timeNs) {
		boolean due = hasInput() || nextTime() <= timeNs;
		while (due && step()) {
			due = hasInput() || nextTime() <= timeNs;
		}
		now = Math.max(now, timeNs);
	}

	/**
	 * Lets idle time pass without running anything. Time stops at the next event, so that none is skipped.
	 *
	 * @param timeNs the time to reach at most; the past has no effect
	 */
	public void advanceTo(long timeNs) {
		now = Math.max(now, Math.min(timeNs, nextTime()));
	}

	/**
	 * Lets the time pass that the running action keeps the CPU busy. Events that become due meanwhile run late, in their
	 * order, after the action.
	 *
	 * @param ns how long
	 */
	public void spend(long ns) {
		now = later(ns);
	}

	Scheduled schedule(long timeNs, int priority, Runnable action, @Nullable Object domain) {
		Entry entry = new Entry(timeNs, priority, sequence++, action, domain);
		events.add(entry);
		return entry;
	}

	/** Cancels everything that was scheduled for this domain. */
	void cancelAll(Object domain) {
		for (Entry entry : events) {
			if (entry.domain == domain && entry.state == Entry.WAITING) {
				entry.state = Entry.CANCELLED;
				cancelled++;
			}
		}
		purge();
	}

	private long later(long ns) {
		if (ns < 0) {
			throw new IllegalArgumentException("Time cannot run backwards: " + ns + " ns");
		}
		return Math.addExact(now, ns);
	}

	private @Nullable Entry peek() {
		while (!events.isEmpty()) {
			Entry next = events.element();
			if (next.state == Entry.WAITING) {
				return next;
			}
			events.remove();
			cancelled--;
		}
		return null;
	}

	private void purge() {
		events.removeIf(entry -> entry.state == Entry.CANCELLED);
		cancelled = 0;
	}

	private void cancel(Entry entry) {
		if (entry.state == Entry.WAITING) {
			entry.state = Entry.CANCELLED;
			cancelled++;
			if (cancelled > MANY_CANCELLED && cancelled > events.size() / 2) {
				purge();
			}
		}
	}

	private final class Entry implements Scheduled, Comparable<Entry> {

		static final int WAITING = 0;
		static final int CANCELLED = 1;
		static final int DONE = 2;

		final long time;
		final int priority;
		final long order;
		final Runnable action;
		final @Nullable Object domain;
		int state;

		Entry(long time, int priority, long order, Runnable action, @Nullable Object domain) {
			this.time = time;
			this.priority = priority;
			this.order = order;
			this.action = action;
			this.domain = domain;
		}

		@Override
		public void cancel() {
			Scheduler.this.cancel(this);
		}

		@Override
		public boolean pending() {
			return state == WAITING;
		}

		@Override
		public int compareTo(Entry other) {
			int byTime = Long.compare(time, other.time);
			if (byTime != 0) {
				return byTime;
			}
			int byPriority = Integer.compare(other.priority, priority);
			return byPriority != 0 ? byPriority : Long.compare(order, other.order);
		}
	}
}
