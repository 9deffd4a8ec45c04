/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/**
 * The state that does not belong to one directory: a move that was interrupted, and whether the threaded list of metadata pairs
 * may be out of sync. It is the XOR of the deltas in all pairs; a delta has the same form.
 *
 * @param tag the sync bit, and the type and id of a pending move
 * @param first first block of the pair with the source of the move
 * @param second second block of that pair
 */
record GlobalState(int tag, int first, int second) {

	static final GlobalState ZERO = new GlobalState(0, 0, 0);

	static final int SIZE = 3 * Integer.BYTES;

	private static final int OUT_OF_SYNC = 0x80000000;
	/** The length field of the tag has no meaning on the disk. */
	private static final int ON_DISK = ~0x3FF;

	static GlobalState decode(byte[] bytes, int offset) {
		return new GlobalState(LittleEndian.get(bytes, offset) & ON_DISK, LittleEndian.get(bytes, offset + 4), LittleEndian.get(bytes, offset + 8));
	}

	byte[] encode() {
		return LittleEndian.words(tag, first, second);
	}

	GlobalState xor(GlobalState other) {
		return new GlobalState(tag ^ other.tag, first ^ other.first, second ^ other.second);
	}

	boolean isZero() {
		return equals(ZERO);
	}

	boolean hasMove() {
		return Tag.group(tag) != 0;
	}

	boolean hasMoveIn(BlockPair pair) {
		return hasMove() && movePair().overlaps(pair);
	}

	BlockPair movePair() {
		return new BlockPair(first, second);
	}

	int moveId() {
		return Tag.id(tag);
	}

	boolean outOfSync() {
		return (tag & OUT_OF_SYNC) != 0;
	}

	GlobalState withoutMove() {
		return new GlobalState(tag & OUT_OF_SYNC, 0, 0);
	}

	GlobalState withMove(BlockPair source, int id) {
		return new GlobalState(tag & OUT_OF_SYNC | Tag.of(Tag.TYPE_DELETE, id, 0), source.first(), source.second());
	}

	GlobalState withSync(boolean inSync) {
		return new GlobalState(inSync ? tag & ~OUT_OF_SYNC : tag | OUT_OF_SYNC, first, second);
	}
}
