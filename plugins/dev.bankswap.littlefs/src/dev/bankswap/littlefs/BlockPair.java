/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/**
 * The two blocks that a piece of metadata lives in by turns.
 *
 * @param first a block; in a fetched pair the one with the current content
 * @param second the other one; in a fetched pair the one that the next compaction overwrites
 */
record BlockPair(int first, int second) {

	/** The end of the list. */
	static final BlockPair NULL = new BlockPair(-1, -1);

	/** Where every volume starts. */
	static final BlockPair SUPERBLOCK = new BlockPair(0, 1);

	static final int SIZE = 2 * Integer.BYTES;

	static BlockPair decode(byte[] bytes, int offset) {
		return new BlockPair(LittleEndian.get(bytes, offset), LittleEndian.get(bytes, offset + Integer.BYTES));
	}

	byte[] encode() {
		return LittleEndian.words(first, second);
	}

	/** The reference implementation ends the list when either pointer is the null pointer. */
	boolean isNull() {
		return first == -1 || second == -1;
	}

	BlockPair swapped() {
		return new BlockPair(second, first);
	}

	/** Pairs that share a block are versions of the same metadata: one block of a pair is replaced at a time. */
	boolean overlaps(BlockPair other) {
		return first == other.first || first == other.second || second == other.first || second == other.second;
	}

	boolean sameBlocks(BlockPair other) {
		return equals(other) || equals(other.swapped());
	}
}
