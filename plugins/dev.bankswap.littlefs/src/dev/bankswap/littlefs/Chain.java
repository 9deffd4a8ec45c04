/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.BitSet;

/**
 * The content of a large file: its blocks in the order of its bytes. The array is never changed.
 *
 * @param blocks the blocks
 * @param size the bytes
 */
record Chain(int[] blocks, long size) {

	static final Chain EMPTY = new Chain(new int[0], 0);

	CtzPointer pointer() {
		return new CtzPointer(blocks.length == 0 ? -1 : blocks[blocks.length - 1], size);
	}

	void addBlocks(BitSet used) {
		for (int block : blocks) {
			used.set(block);
		}
	}
}
