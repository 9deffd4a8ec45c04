/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

import java.util.ArrayDeque;
import java.util.Deque;

import dev.bankswap.board.Scheduled;

/**
 * A FreeRTOS task as an object: pieces of work that run to completion, in the order in which they became ready, and
 * before the work of every task of lower priority. Between two pieces the task is blocked.
 */
public final class Task {

	private enum State {
		ACTIVE, SUSPENDED, BLOCKED, DELETED
	}

	private final Kernel kernel;

	private final String name;

	private final int id;

	private final int priority;

	private final int stackWords;

	private final Deque<Runnable> held = new ArrayDeque<>();

	private State state = State.ACTIVE;

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
			kernel.submit(this, 0, work);
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
		Scheduled scheduled = kernel.submit(this, ms, work);
		return scheduled::cancel;
	}

	/** Suspends the task: work that becomes ready is held back until {@link #resume()}. */
	public void suspend() {
		if (state == State.ACTIVE) {
			state = State.SUSPENDED;
		}
	}

	/** The task waits for something that never comes: all its work is lost. Only a reset helps. */
	public void blockForever() {
		state = State.BLOCKED;
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
		state = State.DELETED;
		held.clear();
		kernel.forget(this);
	}

	/**
	 * Tells whether the task is suspended.
	 *
	 * @return true between suspend and resume
	 */
	public boolean suspended() {
		return state == State.SUSPENDED;
	}

	/** Decides whether work may run now; work of a suspended task is kept for later. */
	boolean admits(Runnable work) {
		if (state == State.SUSPENDED) {
			held.add(work);
		}
		return state == State.ACTIVE;
	}

	@Override
	public String toString() {
		return name;
	}
}
