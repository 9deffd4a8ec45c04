/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.BitSet;

/**
 * Hands out free blocks. It looks at a window of the volume at a time and moves on around the volume, so that all blocks wear
 * alike; a block that becomes free is seen when the window comes by again.
 */
final class BlockAllocator {

	private final BlockUsage usage;
	private final Geometry geometry;
	private final int windowSize;
	/** Blocks of the running operation that nothing refers to yet. */
	private final BitSet inFlight = new BitSet();
	private BitSet used = new BitSet();
	private int windowStart;
	private int cursor;

	/** Creates the allocator of a volume; the first window is at the given block. */
	BlockAllocator(BlockUsage usage, Geometry geometry, int start) {
		this.usage = usage;
		this.geometry = geometry;
		this.windowSize = (int) Math.min(8L * geometry.lookaheadSize(), geometry.blockCount());
		this.windowStart = Math.floorMod(start - windowSize, geometry.blockCount());
		this.cursor = windowSize;
	}

	/** Creates the allocator of a volume to be formatted, where every block is free. */
	static BlockAllocator ofEmptyVolume(BlockUsage usage, Geometry geometry) {
		BlockAllocator allocator = new BlockAllocator(usage, geometry, 0);
		allocator.windowStart = 0;
		allocator.cursor = 0;
		return allocator;
	}

	/** Starts an operation: what the previous one allocated is referred to by now, or free again. */
	void begin() {
		inFlight.clear();
	}

	int allocate() throws LfsException {
		int seen = 0;
		// the first window may be out of date, so that a whole round has to follow it
		while (seen < windowSize + geometry.blockCount()) {
			while (cursor < windowSize) {
				int block = (windowStart + cursor++) % geometry.blockCount();
				seen++;
				if (!used.get(block)) {
					inFlight.set(block);
					return block;
				}
			}
			nextWindow();
		}
		throw new LfsException(LfsError.NOSPC, "The volume has no free block.");
	}

	/** Fills the window ahead of time, if all of it has been handed out. */
	void lookAhead() throws LfsException {
		if (cursor == windowSize) {
			nextWindow();
		}
	}

	private void nextWindow() throws LfsException {
		windowStart = (windowStart + windowSize) % geometry.blockCount();
		cursor = 0;
		used = usage.collect(true);
		// they will be referred to while this window is still in use
		used.or(inFlight);
	}
}
