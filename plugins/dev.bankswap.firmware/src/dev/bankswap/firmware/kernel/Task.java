/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.bankswap.board.Scheduled;

/**
 * A FreeRTOS task as an object: pieces of work that run to completion, in the order in which they became ready, and
 * before the work of every task of lower priority. Between two pieces the task is blocked.
 */
public final class Task {

	/** The wake-up time of a task that waits without time-out. */
	static final long NEVER = Long.MAX_VALUE;

	private enum State {
		ACTIVE, SUSPENDED, BLOCKED, DELETED
	}

	/** Words that the kernel writes when it creates a task. */
	private static final int INITIAL_FRAME = 18;

	private final Kernel kernel;

	private final String name;

	private final int id;

	private final int priority;

	private final int stackWords;

	private final Deque<Runnable> held = new ArrayDeque<>();

	/** Work that is ready or waits for its time. */
	private final List<Work> pending = new ArrayList<>();

	private Optional<Heap.Block> memory = Optional.empty();

	private State state = State.ACTIVE;

	private long pollTicks;

	private long listed;

	private long processorTime;

	private int usedWords = INITIAL_FRAME;

	/** A piece of work and the time from which on it can be done. */
	private final class Work implements Runnable, Timer {

		private final Runnable action;

		private final long tick;

		private Scheduled scheduled;

		Work(Runnable action, long delayMs) {
			this.action = action;
			tick = kernel.tick() + delayMs;
			pending.add(this);
			scheduled = kernel.submit(Task.this, delayMs, this);
		}

		@Override
		public void run() {
			pending.remove(this);
			if (state == State.SUSPENDED) {
				held.add(action);
			} else if (state == State.ACTIVE) {
				action.run();
			}
		}

		@Override
		public void cancel() {
			pending.remove(this);
			scheduled.cancel();
		}
	}

	Task(Kernel kernel, int id, String name, int priority, int stackWords) {
		this.kernel = kernel;
		this.id = id;
		this.name = name;
		this.priority = priority;
		this.stackWords = stackWords;
	}

	/**
	 * Returns the name as given at creation.
	 *
	 * @return the name
	 */
	public String name() {
		return name;
	}

	/**
	 * Returns the kernel's number of the task, counted from 1 in the order of creation.
	 *
	 * @return the task number
	 */
	public int id() {
		return id;
	}

	/**
	 * Returns the priority, 0 (idle) to 55.
	 *
	 * @return the priority
	 */
	public int priority() {
		return priority;
	}

	/**
	 * Returns the stack size.
	 *
	 * @return 32-bit words
	 */
	public int stackWords() {
		return stackWords;
	}

	/**
	 * Makes work ready; it runs when no task of higher priority has any.
	 *
	 * @param work what to do
	 */
	public void run(Runnable work) {
		if (state == State.ACTIVE || state == State.SUSPENDED) {
			after(0, work);
		}
	}

	/**
	 * Makes work ready after a delay.
	 *
	 * @param ms   the delay in ticks of a millisecond
	 * @param work what to do then
	 * @return a handle by which the delay can be stopped
	 */
	public Timer after(long ms, Runnable work) {
		return new Work(work, ms);
	}

	/** Suspends the task: work that becomes ready is held back until {@link #resume()}. */
	public void suspend() {
		if (state == State.ACTIVE) {
			state = State.SUSPENDED;
			listed = kernel.nextInList();
		}
	}

	/** The task waits for something that never comes: all its work is lost. Only a reset helps. */
	public void blockForever() {
		state = State.BLOCKED;
		listed = kernel.nextInList();
		held.clear();
	}

	/**
	 * Tells whether the task waits for something that never comes.
	 *
	 * @return true after {@link #blockForever()}
	 */
	public boolean blockedForever() {
		return state == State.BLOCKED;
	}

	/** Resumes a suspended task. */
	public void resume() {
		if (state == State.SUSPENDED) {
			state = State.ACTIVE;
			while (!held.isEmpty()) {
				run(held.remove());
			}
		}
	}

	/** Deletes the task: no work of it runs any more. */
	public void delete() {
		if (state != State.DELETED) {
			state = State.DELETED;
			held.clear();
			kernel.deleted(this);
		}
	}

	/**
	 * Tells whether the task is suspended.
	 *
	 * @return true between suspend and resume
	 */
	public boolean suspended() {
		return state == State.SUSPENDED;
	}

	/**
	 * Declares that the task waits with a time-out and then looks again, although nothing happens in the model when it does.
	 *
	 * @param ms its time-out
	 */
	public void polls(long ms) {
		pollTicks = ms;
	}

	/**
	 * Charges processor time to the task that the model does not spend.
	 *
	 * @param ns nanoseconds
	 */
	public void charge(long ns) {
		processorTime += ns;
	}

	/**
	 * Notes how deep the task went into its stack.
	 *
	 * @param use what it called
	 */
	public void useStack(StackUse use) {
		usedWords = Math.max(usedWords, Math.min(use.words(), stackWords));
	}

	/** Whether work may be done, whatever it is. */
	boolean able() {
		return state == State.ACTIVE || state == State.SUSPENDED;
	}

	boolean deleted() {
		return state == State.DELETED;
	}

	/** The tick at which the task has something to do, {@link #NEVER} if it waits for others. */
	long wakeTick() {
		long next = pending.stream().mapToLong(each -> each.tick).min().orElse(NEVER);
		return pollTicks == 0 ? next : Math.min(next, kernel.tick() / pollTicks * pollTicks + pollTicks);
	}

	/** Its place among the tasks of a list. */
	long listed() {
		return listed;
	}

	void ran() {
		listed = kernel.nextInList();
	}

	long processorTime() {
		return processorTime;
	}

	int unusedWords() {
		return stackWords - usedWords;
	}

	void keep(Heap.Block block) {
		memory = Optional.of(block);
	}

	void freeMemory() {
		memory.ifPresent(Heap.Block::free);
	}

	@Override
	public String toString() {
		return name;
	}
}
