/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Reads what can be reached of a large file. Its blocks are linked from the end to the start, so that what lies in front of a damaged
 * pointer is lost, and the rest is not.
 */
final class ChainSalvage {

	private final Volume volume;
	private final long size;
	private final int[] blocks;
	private final int first;
	private final String problem;

	ChainSalvage(Volume volume, CtzPointer pointer) throws LfsException {
		this.volume = volume;
		this.size = pointer.size();
		this.blocks = new int[volume.files.blockCount(size)];
		BitSet used = new BitSet();
		String found = "";
		int index = blocks.length;
		int block = pointer.head();
		while (index > 0 && found.isEmpty()) {
			if (block < 0 || block >= volume.geometry.blockCount() || used.get(block)) {
				found = "Block " + index + " of " + blocks.length + " cannot be found, nor what is in front of it.";
			} else {
				used.set(block);
				blocks[--index] = block;
				block = index > 0 ? previous(block) : block;
			}
		}
		first = index;
		problem = found;
	}

	byte[] read() throws LfsException {
		long start = Math.min(size, volume.files.startOf(first));
		byte[] content = new byte[(int) (size - start)];
		volume.files.read(new Chain(blocks, size), start, content, 0, content.length);
		return content;
	}

	/** Tells what is wrong, empty if nothing is. */
	String problem() {
		return problem;
	}

	void addBlocks(BitSet seen) {
		Arrays.stream(blocks, first, blocks.length).forEach(seen::set);
	}

	private int previous(int block) throws LfsException {
		byte[] word = new byte[Integer.BYTES];
		volume.device.read(block, 0, word, 0, word.length);
		return LittleEndian.get(word, 0);
	}
}
