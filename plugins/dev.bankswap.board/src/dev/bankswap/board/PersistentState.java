/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import dev.bankswap.board.memory.PagedMemory;

/**
 * Everything of a board that survives a power cut, at one moment: both banks, the option bytes and the external NOR. The
 * position of the random number generator belongs to it too, so that what follows can be repeated.
 */
public final class PersistentState {

	private final InternalFlash.State flash;
	private final PagedMemory.Snapshot nor;
	private final long rngPosition;

	PersistentState(InternalFlash.State flash, PagedMemory.Snapshot nor, long rngPosition) {
		this.flash = flash;
		this.nor = nor;
		this.rngPosition = rngPosition;
	}

	/**
	 * What this value itself takes; the contents are shared with the board until it changes them.
	 *
	 * @return bytes, by estimate
	 */
	public int bytes() {
		return flash.bank1().bytes() + flash.bank2().bytes() + nor.bytes();
	}

	InternalFlash.State flash() {
		return flash;
	}

	PagedMemory.Snapshot nor() {
		return nor;
	}

	long rngPosition() {
		return rngPosition;
	}
}
