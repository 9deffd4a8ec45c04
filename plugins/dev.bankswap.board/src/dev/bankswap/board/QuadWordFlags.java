/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import dev.bankswap.board.memory.PagedMemory;

/** One bit for each quad-word of a bank: for example, which of them were programmed since they were erased. */
final class QuadWordFlags {

	private static final int SECTOR_BYTES = InternalFlash.SECTOR_SIZE / InternalFlash.QUAD_WORD / Byte.SIZE;

	private final PagedMemory bits = new PagedMemory(
			InternalFlash.BANK_SIZE / InternalFlash.QUAD_WORD / Byte.SIZE, SECTOR_BYTES, (byte) 0);
	private int count;

	boolean any() {
		return count > 0;
	}

	boolean get(int quadWord) {
		return (bits.get(quadWord / Byte.SIZE) & 1 << quadWord % Byte.SIZE) != 0;
	}

	/** Tells whether it was not set before. */
	boolean set(int quadWord) {
		byte old = bits.get(quadWord / Byte.SIZE);
		byte changed = (byte) (old | 1 << quadWord % Byte.SIZE);
		if (changed != old) {
			bits.set(quadWord / Byte.SIZE, changed);
			count++;
		}
		return changed != old;
	}

	void clear(int quadWord) {
		if (get(quadWord)) {
			byte old = bits.get(quadWord / Byte.SIZE);
			bits.set(quadWord / Byte.SIZE, (byte) (old & ~(1 << quadWord % Byte.SIZE)));
			count--;
		}
	}

	void clearSector(int sector) {
		byte[] old = new byte[SECTOR_BYTES];
		bits.read(sector * SECTOR_BYTES, old, 0, SECTOR_BYTES);
		for (byte flags : old) {
			count -= Integer.bitCount(flags & 0xFF);
		}
		bits.erase(sector * SECTOR_BYTES, SECTOR_BYTES);
	}

	void clear() {
		bits.clear();
		count = 0;
	}

	/** The largest flagged quad-word that is smaller than the limit, or -1. */
	int lastBefore(int limit) {
		int quadWord = limit - 1;
		while (quadWord >= 0 && !get(quadWord)) {
			quadWord--;
		}
		return quadWord;
	}

	State snapshot() {
		return new State(bits.snapshot(), count);
	}

	void restore(State state) {
		bits.restore(state.bits);
		count = state.count;
	}

	record State(PagedMemory.Snapshot bits, int count) {
	}
}
