/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Arrays;

import dev.bankswap.board.memory.PagedMemory;

/**
 * The cells of one physical bank with the state of their ECC. Programming clears bits. A quad-word that is programmed a
 * second time keeps the AND of both contents, but its ECC fits neither, so that it can no longer be read.
 */
final class FlashBank {

	private static final byte ERASED = (byte) 0xFF;

	private final PagedMemory cells = new PagedMemory(InternalFlash.BANK_SIZE, InternalFlash.SECTOR_SIZE, ERASED);
	private final QuadWordFlags programmed = new QuadWordFlags();
	private final QuadWordFlags broken = new QuadWordFlags();
	private int highWater;

	void read(int offset, byte[] target, int targetOff, int length) {
		cells.read(offset, target, targetOff, length);
	}

	/** Offset of the first quad-word in the range that cannot be read, or -1. */
	int firstBroken(int offset, int length) {
		if (broken.any() && length > 0) {
			int last = (offset + length - 1) / InternalFlash.QUAD_WORD;
			for (int quadWord = offset / InternalFlash.QUAD_WORD; quadWord <= last; quadWord++) {
				if (broken.get(quadWord)) {
					return quadWord * InternalFlash.QUAD_WORD;
				}
			}
		}
		return -1;
	}

	void program(int offset, byte[] source, int sourceOff) {
		int quadWord = offset / InternalFlash.QUAD_WORD;
		cells.and(offset, source, sourceOff, InternalFlash.QUAD_WORD);
		if (programmed.get(quadWord)) {
			broken.set(quadWord);
		}
		programmed.set(quadWord);
		highWater = Math.max(highWater, offset + InternalFlash.QUAD_WORD);
	}

	void eraseSector(int sector) {
		int start = sector * InternalFlash.SECTOR_SIZE;
		cells.erase(start, InternalFlash.SECTOR_SIZE);
		programmed.clearSector(sector);
		broken.clearSector(sector);
		if (highWater > start && highWater <= start + InternalFlash.SECTOR_SIZE) {
			highWater = (programmed.lastBefore(start / InternalFlash.QUAD_WORD) + 1) * InternalFlash.QUAD_WORD;
		}
	}

	void erase() {
		cells.clear();
		programmed.clear();
		broken.clear();
		highWater = 0;
	}

	void load(byte[] image) {
		erase();
		byte[] quadWord = new byte[InternalFlash.QUAD_WORD];
		for (int offset = 0; offset < image.length; offset += InternalFlash.QUAD_WORD) {
			int length = Math.min(InternalFlash.QUAD_WORD, image.length - offset);
			System.arraycopy(image, offset, quadWord, 0, length);
			Arrays.fill(quadWord, length, InternalFlash.QUAD_WORD, ERASED);
			program(offset, quadWord, 0);
		}
	}

	int highWater() {
		return highWater;
	}

	State snapshot() {
		return new State(cells.snapshot(), programmed.snapshot(), broken.snapshot(), highWater);
	}

	void restore(State state) {
		cells.restore(state.cells);
		programmed.restore(state.programmed);
		broken.restore(state.broken);
		highWater = state.highWater;
	}

	record State(PagedMemory.Snapshot cells, QuadWordFlags.State programmed, QuadWordFlags.State broken, int highWater) {
	}
}
