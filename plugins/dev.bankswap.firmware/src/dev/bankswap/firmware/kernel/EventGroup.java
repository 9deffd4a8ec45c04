/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** An event group: bits that tasks set, clear and wait for. */
public final class EventGroup {

	private record Waiter(int bits, Task task, Runnable action) {
	}

	private final List<Waiter> waiters = new ArrayList<>();

	private int value;

	/** Creates a group with all bits clear. */
	public EventGroup() {
		// nothing to prepare
	}

	/**
	 * Sets bits and releases the tasks that waited for them.
	 *
	 * @param bits the bits to set
	 */
	public void set(int bits) {
		value |= bits;
		Iterator<Waiter> each = waiters.iterator();
		while (each.hasNext()) {
			Waiter waiter = each.next();
			if (satisfied(waiter.bits())) {
				each.remove();
				waiter.task().run(waiter.action());
			}
		}
	}

	/**
	 * Clears bits.
	 *
	 * @param bits the bits to clear
	 */
	public void clear(int bits) {
		value &= ~bits;
	}

	/**
	 * Returns all bits.
	 *
	 * @return the value of the group
	 */
	public int get() {
		return value;
	}

	/**
	 * Runs an action in a task once all the given bits are set; soon, if they are set already.
	 *
	 * @param bits   the bits to wait for
	 * @param task   the waiting task
	 * @param action what the task does then
	 */
	public void whenAll(int bits, Task task, Runnable action) {
		if (satisfied(bits)) {
			task.run(action);
		} else {
			waiters.add(new Waiter(bits, task, action));
		}
	}

	private boolean satisfied(int bits) {
		return (value & bits) == bits;
	}
}
