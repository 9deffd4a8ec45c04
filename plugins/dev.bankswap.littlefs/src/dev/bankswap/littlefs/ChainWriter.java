/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Writes the content of a large file from some position on, block by block. A block is never changed once it is written: what is in
 * front of the position is shared with the older content if it ends with a block, and copied otherwise.
 */
final class ChainWriter {

	private final Volume volume;
	private final BlockWriter writer;
	private final byte[] image;
	private int[] blocks;
	private int count;
	private int offset;
	private long position;

	/** Starts behind the first bytes of an older content. */
	ChainWriter(Volume volume, Chain older, long position) throws LfsException {
		this.volume = volume;
		this.writer = new BlockWriter(volume.device);
		this.image = new byte[volume.geometry.blockSize()];
		this.position = position;
		this.count = volume.files.indexOf(position);
		this.blocks = Arrays.copyOf(older.blocks(), Math.max(count, 4));
		beginBlock();
		int copied = (int) (position - volume.files.startOf(count));
		if (copied > 0) {
			volume.device.read(older.blocks()[count], offset, image, offset, copied);
			offset += copied;
		}
	}

	long position() {
		return position;
	}

	void write(byte[] source, int start, int length) throws LfsException {
		int done = 0;
		while (done < length) {
			if (offset == image.length) {
				finishBlock();
				beginBlock();
			}
			int part = Math.min(length - done, image.length - offset);
			System.arraycopy(source, start + done, image, offset, part);
			offset += part;
			position += part;
			done += part;
		}
	}

	/** Writes the last block and tells the whole content. The writer cannot be used any more. */
	Chain finish() throws LfsException {
		if (offset > CtzList.pointerBytes(count)) {
			finishBlock();
		}
		return new Chain(Arrays.copyOf(blocks, count), position);
	}

	/** Visits the blocks that hold content already. */
	void addBlocks(BitSet used) {
		for (int i = 0; i < count; i++) {
			used.set(blocks[i]);
		}
	}

	private void beginBlock() {
		Arrays.fill(image, (byte) 0xFF);
		offset = CtzList.pointerBytes(count);
		for (int skip = 0; skip * Integer.BYTES < offset; skip++) {
			LittleEndian.put(image, skip * Integer.BYTES, blocks[count - (1 << skip)]);
		}
	}

	/** A block that does not keep its data is given up for another one. */
	private void finishBlock() throws LfsException {
		int program = volume.geometry.programSize();
		int length = (offset + program - 1) / program * program;
		int block = volume.allocator().allocate();
		while (!writer.rewrite(block, image, length)) {
			block = volume.allocator().allocate();
		}
		if (count == blocks.length) {
			blocks = Arrays.copyOf(blocks, 2 * count);
		}
		blocks[count++] = block;
	}
}
