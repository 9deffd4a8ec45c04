/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** Which blocks of a file are still wanted: one bit a block, least significant first, 1 as long as the block is missing. */
final class BlockBitmap {

	private final byte[] bits;
	private final int total;

	private int remaining;

	/** Creates the bitmap of a file; all blocks are missing. */
	BlockBitmap(long fileSize) {
		total = (int) ((fileSize + StreamCodec.BLOCK_SIZE - 1) / StreamCodec.BLOCK_SIZE);
		remaining = total;
		bits = new byte[(total + Byte.SIZE - 1) / Byte.SIZE];
		for (int i = 0; i < total; i++) {
			bits[i / Byte.SIZE] |= 1 << i % Byte.SIZE;
		}
	}

	int total() {
		return total;
	}

	int remaining() {
		return remaining;
	}

	boolean missing(int block) {
		return (bits[block / Byte.SIZE] & 1 << block % Byte.SIZE) != 0;
	}

	void received(int block) {
		if (missing(block)) {
			bits[block / Byte.SIZE] &= ~(1 << block % Byte.SIZE);
			remaining--;
		}
	}

	byte[] bytes() {
		return bits.clone();
	}
}
