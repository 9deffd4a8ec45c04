/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/**
 * Large files: a list of blocks that starts at the end of the file. Block n points to the blocks n - 2^k for each 2^k that divides
 * n, in front of its data.
 */
final class CtzList {

	private final BlockDevice device;
	private final Geometry geometry;
	private final MetadataReader reader;

	CtzList(BlockDevice device, Geometry geometry, MetadataReader reader) {
		this.device = device;
		this.geometry = geometry;
		this.reader = reader;
	}

	/** Reads a whole file. */
	byte[] read(CtzPointer pointer) throws LfsException {
		Chain chain = chain(pointer);
		byte[] content = new byte[(int) pointer.size()];
		read(chain, 0, content, 0, content.length);
		return content;
	}

	/** Reads a part of a file that has so many bytes. */
	void read(Chain chain, long position, byte[] target, int start, int length) throws LfsException {
		int index = length == 0 ? 0 : indexOf(position);
		int skipped = (int) (position - startOf(index));
		int done = 0;
		while (done < length) {
			int offset = pointerBytes(index) + skipped;
			int part = Math.min(geometry.blockSize() - offset, length - done);
			device.read(chain.blocks()[index], offset, target, start + done, part);
			done += part;
			index++;
			skipped = 0;
		}
	}

	/** Tells the content that a directory's entry refers to. */
	Chain chain(CtzPointer pointer) throws LfsException {
		return new Chain(blocks(pointer), pointer.size());
	}

	/** Tells the blocks that a content of this size has in front of the one with the given position; that is the block's index. */
	int indexOf(long position) {
		// a block has two pointers on average, so that this is a little too large at most
		int index = (int) (position / (geometry.blockSize() - 8));
		while (startOf(index) > position) {
			index--;
		}
		return index;
	}

	/** Tells the position of the first byte in a block: blocks 1 to n hold 2n - bitCount(n) pointers. */
	long startOf(int index) {
		if (index == 0) {
			return 0;
		}
		long pointers = 2L * (index - 1) - Integer.bitCount(index - 1);
		return (long) index * geometry.blockSize() - Integer.BYTES * pointers;
	}

	/** Tells all blocks of a file, in the order of its bytes. Neither size nor pointers are trusted. */
	int[] blocks(CtzPointer pointer) throws LfsException {
		int[] blocks = new int[blockCount(pointer.size())];
		int block = pointer.head();
		byte[] word = new byte[Integer.BYTES];
		for (int index = blocks.length - 1; index >= 0; index--) {
			reader.requireBlock(block);
			blocks[index] = block;
			if (index > 0) {
				device.read(block, 0, word, 0, word.length);
				block = LittleEndian.get(word, 0);
			}
		}
		return blocks;
	}

	/** Tells how many blocks so many bytes take. */
	int blockCount(long size) throws LfsException {
		long left = size;
		int count = 0;
		while (left > 0) {
			if (count == geometry.blockCount()) {
				throw new LfsException(LfsError.CORRUPT, "A file of " + size + " bytes is larger than the volume.");
			}
			left -= geometry.blockSize() - pointerBytes(count);
			count++;
		}
		return count;
	}

	/** Tells the bytes of a block in front of its data. */
	static int pointerBytes(int index) {
		return index == 0 ? 0 : (Integer.numberOfTrailingZeros(index) + 1) * Integer.BYTES;
	}
}
