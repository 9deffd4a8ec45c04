/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.Arrays;

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
		int[] blocks = blocks(pointer);
		byte[] content = new byte[(int) pointer.size()];
		int position = 0;
		for (int index = 0; index < blocks.length; index++) {
			int start = pointerBytes(index);
			int length = Math.min(geometry.blockSize() - start, content.length - position);
			device.read(blocks[index], start, content, position, length);
			position += length;
		}
		return content;
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

	/** Writes a whole file to blocks of its own. */
	CtzPointer write(byte[] content, BlockAllocator allocator) throws LfsException {
		int[] blocks = new int[blockCount(content.length)];
		int position = 0;
		for (int index = 0; index < blocks.length; index++) {
			byte[] image = new byte[geometry.blockSize()];
			Arrays.fill(image, (byte) 0xFF);
			int start = putPointers(image, index, blocks);
			int length = Math.min(image.length - start, content.length - position);
			System.arraycopy(content, position, image, start, length);
			blocks[index] = writeBlock(image, start + length, allocator);
			position += length;
		}
		return new CtzPointer(blocks.length == 0 ? -1 : blocks[blocks.length - 1], content.length);
	}

	private int putPointers(byte[] image, int index, int[] blocks) {
		int start = pointerBytes(index);
		for (int skip = 0; skip * Integer.BYTES < start; skip++) {
			LittleEndian.put(image, skip * Integer.BYTES, blocks[index - (1 << skip)]);
		}
		return start;
	}

	/** A block that does not keep its data is given up for another one. */
	private int writeBlock(byte[] image, int used, BlockAllocator allocator) throws LfsException {
		int length = (used + geometry.programSize() - 1) / geometry.programSize() * geometry.programSize();
		while (true) {
			int block = allocator.allocate();
			if (new BlockWriter(device).rewrite(block, image, length)) {
				return block;
			}
		}
	}

	private int blockCount(long size) throws LfsException {
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

	private static int pointerBytes(int index) {
		return index == 0 ? 0 : (Integer.numberOfTrailingZeros(index) + 1) * Integer.BYTES;
	}
}
