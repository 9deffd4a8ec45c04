/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A device that insists on erasing before programming, counts, loses its power on request, and can have bad blocks. */
final class TestDevice implements BlockDevice {

	/** The power is gone; nobody below the test may catch this. */
	static final class PowerCut extends RuntimeException {
		private static final long serialVersionUID = 1L;
	}

	/**
	 * An operation that was done, to be repeated on another device.
	 *
	 * @param data what was programmed; empty for an erase
	 */
	record Operation(int block, int offset, byte[] data) {

		void run(RamBlockDevice target) throws LfsException {
			if (data.length == 0) {
				target.erase(block);
			} else {
				target.program(block, offset, data, 0, data.length);
			}
		}

		/** Does one half of it: a part of the page is programmed, a part of the block keeps its content. */
		void runHalf(RamBlockDevice target) throws LfsException {
			if (data.length == 0) {
				byte[] kept = new byte[target.blockSize()];
				target.read(block, 0, kept, 0, kept.length);
				Arrays.fill(kept, 0, kept.length / 2, (byte) 0xFF);
				target.erase(block);
				target.program(block, 0, kept, 0, kept.length);
			} else {
				byte[] half = data.clone();
				Arrays.fill(half, half.length / 2, half.length, (byte) 0xFF);
				target.program(block, offset, half, 0, half.length);
			}
		}
	}

	final List<Operation> log = new ArrayList<>();
	final Set<Integer> badBlocks = new HashSet<>();
	int erases;
	final int[] erasesOf;
	int pagePrograms;
	int reads;

	private final Geometry geometry;
	private final RamBlockDevice memory;
	private int operationsLeft = Integer.MAX_VALUE;

	TestDevice(Geometry geometry) {
		this(geometry, new RamBlockDevice(geometry));
	}

	TestDevice(Geometry geometry, RamBlockDevice memory) {
		this.geometry = geometry;
		this.memory = memory;
		this.erasesOf = new int[geometry.blockCount()];
	}

	byte[] image() {
		return memory.image();
	}

	int operations() {
		return erases + pagePrograms;
	}

	/** The given number of erase and page program operations still work; the one after them is interrupted half-way. */
	void cutPowerAfter(int operations) {
		operationsLeft = operations;
	}

	@Override
	public int blockSize() {
		return memory.blockSize();
	}

	@Override
	public int blockCount() {
		return memory.blockCount();
	}

	@Override
	public void read(int block, int off, byte[] dst, int dstOff, int len) throws LfsException {
		reads++;
		memory.read(block, off, dst, dstOff, len);
	}

	@Override
	public void program(int block, int off, byte[] src, int srcOff, int len) throws LfsException {
		byte[] before = new byte[len];
		memory.read(block, off, before, 0, len);
		for (byte b : before) {
			if (b != (byte) 0xFF) {
				throw new AssertionError("Block " + block + " is programmed at " + off + " without being erased.");
			}
		}
		int page = geometry.programSize();
		for (int done = 0; done < len; done += page) {
			boolean works = countDown();
			byte[] data = new byte[page];
			System.arraycopy(src, srcOff + done, data, 0, page);
			if (!works) {
				Arrays.fill(data, page / 2, page, (byte) 0xFF);
			}
			if (badBlocks.contains(block)) {
				data[0] = 0;
			}
			log.add(new Operation(block, off + done, data));
			memory.program(block, off + done, data, 0, page);
			pagePrograms++;
			if (!works) {
				throw new PowerCut();
			}
		}
	}

	@Override
	public void erase(int block) throws LfsException {
		if (!countDown()) {
			throw new PowerCut();
		}
		erases++;
		erasesOf[block]++;
		log.add(new Operation(block, 0, new byte[0]));
		memory.erase(block);
	}

	@Override
	public void sync() {
		// nothing is buffered
	}

	private boolean countDown() {
		return operationsLeft-- > 0;
	}
}
