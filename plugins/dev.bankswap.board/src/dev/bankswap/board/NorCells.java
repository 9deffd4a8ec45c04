/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Random;

import dev.bankswap.board.memory.PagedMemory;

/** The cells of the external NOR: programming clears bits, erasing sets them, and no code guards them. */
final class NorCells implements Cells {

	private static final byte ERASED = (byte) 0xFF;

	private final PagedMemory cells = new PagedMemory(NorFlash.SIZE, NorFlash.SECTOR, ERASED);
	private final StuckSectors stuck = new StuckSectors(NorFlash.SECTOR);

	void read(int address, byte[] target, int targetOff, int length) {
		cells.read(address, target, targetOff, length);
	}

	/**
	 * Programs bytes of one page. Bytes behind the end of the page go to its start, and of more than a page only the last ones
	 * count.
	 */
	void program(int address, byte[] source, int sourceOff, int length) {
		if (!stuck.at(address)) {
			int skipped = Math.max(0, length - NorFlash.PAGE);
			int count = length - skipped;
			int page = address / NorFlash.PAGE * NorFlash.PAGE;
			int column = (address + skipped) % NorFlash.PAGE;
			int untilEnd = Math.min(count, NorFlash.PAGE - column);
			cells.and(page + column, source, sourceOff + skipped, untilEnd);
			cells.and(page, source, sourceOff + skipped + untilEnd, count - untilEnd);
		}
	}

	/** Some of the bits that should be cleared are. */
	void interruptProgram(int address, byte[] source, int sourceOff, int length, Random random) {
		byte[] partly = new byte[length];
		random.nextBytes(partly);
		for (int i = 0; i < length; i++) {
			partly[i] |= source[sourceOff + i];
		}
		program(address, partly, 0, length);
	}

	void eraseSector(int sector) {
		if (!stuck.at(sector * NorFlash.SECTOR)) {
			cells.erase(sector * NorFlash.SECTOR, NorFlash.SECTOR);
		}
	}

	/** The bits of part of the bytes are set, of others some are, the rest did not change. */
	void interruptErase(int sector, Random random) {
		int start = sector * NorFlash.SECTOR;
		if (!stuck.at(start)) {
			byte[] contents = new byte[NorFlash.SECTOR];
			cells.read(start, contents, 0, contents.length);
			byte[] noise = new byte[contents.length];
			random.nextBytes(noise);
			double progress = random.nextDouble();
			for (int i = 0; i < contents.length; i++) {
				if (random.nextDouble() < progress) {
					contents[i] |= random.nextBoolean() ? ERASED : noise[i];
				}
			}
			cells.write(start, contents, 0, contents.length);
		}
	}

	/** Replaces contents as a programmer does; sectors that stay erased take no memory. */
	void load(int address, byte[] contents) {
		byte[] sector = new byte[NorFlash.SECTOR];
		for (int done = 0; done < contents.length; done += NorFlash.SECTOR) {
			int length = Math.min(NorFlash.SECTOR, contents.length - done);
			System.arraycopy(contents, done, sector, 0, length);
			cells.erase(address + done, NorFlash.SECTOR);
			if (!erased(sector, length)) {
				cells.write(address + done, sector, 0, length);
			}
		}
	}

	private static boolean erased(byte[] bytes, int length) {
		for (int i = 0; i < length; i++) {
			if (bytes[i] != ERASED) {
				return false;
			}
		}
		return true;
	}

	void clear() {
		cells.clear();
	}

	int lastUsed() {
		return cells.lastUsed();
	}

	@Override
	public void flip(int address, int bit) {
		cells.set(address, (byte) (cells.get(address) ^ 1 << bit));
	}

	@Override
	public void spoil(int address) {
		throw new IllegalArgumentException("The NOR has no ECC");
	}

	@Override
	public void stick(int sector) {
		stuck.add(sector);
	}

	@Override
	public void heal() {
		stuck.clear();
	}

	PagedMemory.Snapshot snapshot() {
		return cells.snapshot();
	}

	void restore(PagedMemory.Snapshot state) {
		cells.restore(state);
	}
}
