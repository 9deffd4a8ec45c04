/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Arrays;
import java.util.Random;

import dev.bankswap.board.memory.PagedMemory;

/**
 * The cells of one physical bank with the state of their ECC. Programming clears bits. A quad-word that is programmed a
 * second time keeps the AND of both contents, but its ECC fits neither, so that it can no longer be read. One bit that flips
 * in a quad-word is corrected with every read, the second one is too much.
 */
final class FlashBank implements Cells {

	private static final byte ERASED = (byte) 0xFF;
	private static final int QUAD_WORD = InternalFlash.QUAD_WORD;
	private static final int SECTOR_SIZE = InternalFlash.SECTOR_SIZE;
	private static final int SECTOR_QUAD_WORDS = SECTOR_SIZE / QUAD_WORD;

	/** Of the quad-words that an interrupted erase has not reached, one in so many is neither old nor erased. */
	private static final int BETWEEN = 8;

	private final PagedMemory cells = new PagedMemory(InternalFlash.BANK_SIZE, SECTOR_SIZE, ERASED);
	private final QuadWordFlags programmed = new QuadWordFlags();
	private final QuadWordFlags broken = new QuadWordFlags();
	private final QuadWordFlags corrected = new QuadWordFlags();
	private final StuckSectors stuck = new StuckSectors(SECTOR_SIZE);
	private int highWater;

	void read(int offset, byte[] target, int targetOff, int length) {
		cells.read(offset, target, targetOff, length);
	}

	/** Offset of the first quad-word in the range that cannot be read, or -1. */
	int firstBroken(int offset, int length) {
		return first(broken, offset, length);
	}

	/** Offset of the first quad-word in the range that is read only thanks to its ECC, or -1. */
	int firstCorrected(int offset, int length) {
		return first(corrected, offset, length);
	}

	private static int first(QuadWordFlags flags, int offset, int length) {
		if (flags.any() && length > 0) {
			int last = (offset + length - 1) / QUAD_WORD;
			for (int quadWord = offset / QUAD_WORD; quadWord <= last; quadWord++) {
				if (flags.get(quadWord)) {
					return quadWord * QUAD_WORD;
				}
			}
		}
		return -1;
	}

	void program(int offset, byte[] source, int sourceOff) {
		if (!stuck.at(offset)) {
			int quadWord = offset / QUAD_WORD;
			cells.and(offset, source, sourceOff, QUAD_WORD);
			if (!programmed.set(quadWord)) {
				broken.set(quadWord);
			}
			highWater = Math.max(highWater, offset + QUAD_WORD);
		}
	}

	/** Some of the bits that should be cleared are, and the ECC fits nothing. */
	void interruptProgram(int offset, byte[] source, int sourceOff, Random random) {
		if (!stuck.at(offset)) {
			byte[] partly = new byte[QUAD_WORD];
			random.nextBytes(partly);
			for (int i = 0; i < QUAD_WORD; i++) {
				partly[i] |= source[sourceOff + i];
			}
			program(offset, partly, 0);
			broken.set(offset / QUAD_WORD);
		}
	}

	void eraseSector(int sector) {
		int start = sector * SECTOR_SIZE;
		if (!stuck.at(start)) {
			cells.erase(start, SECTOR_SIZE);
			programmed.clearSector(sector);
			broken.clearSector(sector);
			corrected.clearSector(sector);
			if (highWater > start && highWater <= start + SECTOR_SIZE) {
				highWater = (programmed.lastBefore(start / QUAD_WORD) + 1) * QUAD_WORD;
			}
		}
	}

	void erase() {
		if (stuck.any()) {
			for (int sector = 0; sector < InternalFlash.SECTORS; sector++) {
				eraseSector(sector);
			}
			return;
		}
		cells.clear();
		programmed.clear();
		broken.clear();
		corrected.clear();
		highWater = 0;
	}

	/** Part of the quad-words are erased, some are neither erased nor what they were, the others did not change. */
	void interruptErase(int firstSector, int sectors, Random random) {
		double progress = random.nextDouble();
		int end = (firstSector + sectors) * SECTOR_QUAD_WORDS;
		for (int quadWord = firstSector * SECTOR_QUAD_WORDS; quadWord < end; quadWord++) {
			boolean erased = random.nextDouble() < progress;
			boolean between = random.nextInt(BETWEEN) == 0;
			if (programmed.get(quadWord) && !stuck.at(quadWord * QUAD_WORD)) {
				if (erased) {
					set(quadWord, new byte[QUAD_WORD], true, random);
					programmed.clear(quadWord);
					broken.clear(quadWord);
					corrected.clear(quadWord);
				} else if (between) {
					set(quadWord, read(quadWord), false, random);
					broken.set(quadWord);
				}
			}
		}
		highWater = (programmed.lastBefore(InternalFlash.BANK_SIZE / QUAD_WORD) + 1) * QUAD_WORD;
	}

	private byte[] read(int quadWord) {
		byte[] contents = new byte[QUAD_WORD];
		cells.read(quadWord * QUAD_WORD, contents, 0, QUAD_WORD);
		return contents;
	}

	private void set(int quadWord, byte[] contents, boolean erased, Random random) {
		byte[] bits = new byte[QUAD_WORD];
		random.nextBytes(bits);
		for (int i = 0; i < QUAD_WORD; i++) {
			bits[i] = erased ? ERASED : (byte) (bits[i] | contents[i]);
		}
		cells.write(quadWord * QUAD_WORD, bits, 0, QUAD_WORD);
	}

	void load(byte[] image) {
		erase();
		byte[] quadWord = new byte[QUAD_WORD];
		for (int offset = 0; offset < image.length; offset += QUAD_WORD) {
			int length = Math.min(QUAD_WORD, image.length - offset);
			System.arraycopy(image, offset, quadWord, 0, length);
			Arrays.fill(quadWord, length, QUAD_WORD, ERASED);
			program(offset, quadWord, 0);
		}
	}

	/** As {@link #load(byte[])}, but quad-words that look erased are: a dump does not tell. */
	void loadDump(byte[] dump) {
		erase();
		byte[] erased = new byte[QUAD_WORD];
		Arrays.fill(erased, ERASED);
		for (int offset = 0; offset < dump.length; offset += QUAD_WORD) {
			if (!Arrays.equals(dump, offset, offset + QUAD_WORD, erased, 0, QUAD_WORD)) {
				program(offset, dump, offset);
			}
		}
	}

	int highWater() {
		return highWater;
	}

	@Override
	public void flip(int address, int bit) {
		int quadWord = address / QUAD_WORD;
		if (corrected.get(quadWord)) {
			cells.set(address, (byte) (cells.get(address) ^ 1 << bit));
			broken.set(quadWord);
		} else {
			corrected.set(quadWord);
		}
	}

	@Override
	public void spoil(int address) {
		broken.set(address / QUAD_WORD);
	}

	@Override
	public void stick(int sector) {
		stuck.add(sector);
	}

	@Override
	public void heal() {
		stuck.clear();
	}

	State snapshot() {
		return new State(cells.snapshot(), programmed.snapshot(), broken.snapshot(), corrected.snapshot(), highWater);
	}

	void restore(State state) {
		cells.restore(state.cells);
		programmed.restore(state.programmed);
		broken.restore(state.broken);
		corrected.restore(state.corrected);
		highWater = state.highWater;
	}

	record State(PagedMemory.Snapshot cells, QuadWordFlags.State programmed, QuadWordFlags.State broken,
			QuadWordFlags.State corrected, int highWater) {

		int bytes() {
			return cells.bytes() + programmed.bits().bytes() + broken.bits().bytes() + corrected.bits().bytes();
		}
	}
}
