/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** A lock of registers that two keys open, one after the other. A wrong key closes it for good, until the next reset. */
final class KeyLock {

	private final int first;
	private final int second;
	private boolean locked = true;
	private boolean expectsSecond;
	private boolean blocked;

	KeyLock(int first, int second) {
		this.first = first;
		this.second = second;
	}

	boolean locked() {
		return locked;
	}

	/** Whether only a reset helps. */
	boolean blocked() {
		return blocked;
	}

	void write(int key) {
		if (!locked || blocked || key != (expectsSecond ? second : first)) {
			locked = true;
			blocked = true;
		} else if (expectsSecond) {
			locked = false;
			expectsSecond = false;
		} else {
			expectsSecond = true;
		}
	}

	/** What a driver does: it writes the keys if the lock is closed. */
	void unlock() {
		if (locked) {
			write(first);
			write(second);
		}
	}

	void lock() {
		locked = true;
		expectsSecond = false;
	}

	void reset() {
		lock();
		blocked = false;
	}
}
