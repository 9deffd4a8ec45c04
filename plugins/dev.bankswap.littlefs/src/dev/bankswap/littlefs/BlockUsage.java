/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.BitSet;

/** Finds the blocks that are in use, by a walk over all metadata. */
final class BlockUsage {

	private final ThreadedList list;
	private final CtzList files;
	private final OpenFiles open;
	private final Geometry geometry;

	BlockUsage(ThreadedList list, CtzList files, OpenFiles open, Geometry geometry) {
		this.list = list;
		this.files = files;
		this.open = open;
		this.geometry = geometry;
	}

	/**
	 * Collects the used blocks, those of open files included. While the threaded list is out of sync, a directory's pair may differ from the one in the list; both
	 * are in use for the allocator.
	 */
	BitSet collect(boolean withUnlisted) throws LfsException {
		BitSet used = new BitSet(geometry.blockCount());
		int[] visits = { 0 };
		used.set(BlockPair.SUPERBLOCK.first());
		used.set(BlockPair.SUPERBLOCK.second());
		list.walk(pair -> {
			used.set(pair.blocks().first());
			used.set(pair.blocks().second());
			for (FileEntry entry : pair.entries()) {
				if (entry.isCtz()) {
					visits[0] += addFile(used, entry.ctz());
				} else if (withUnlisted && entry.isDirectory()) {
					add(used, entry.directory());
				}
			}
			requireSane(visits[0]);
			return true;
		});
		open.addBlocks(used);
		return used;
	}

	private int addFile(BitSet used, CtzPointer pointer) throws LfsException {
		int[] blocks = files.blocks(pointer);
		for (int block : blocks) {
			used.set(block);
		}
		return blocks.length;
	}

	private void add(BitSet used, BlockPair pair) {
		for (int block : new int[] { pair.first(), pair.second() }) {
			if (block >= 0 && block < geometry.blockCount()) {
				used.set(block);
			}
		}
	}

	/** Only a file that is being moved has two entries; many more shared blocks are a sign of damage, and would take for ever. */
	private void requireSane(int visits) throws LfsException {
		if (visits > 2 * geometry.blockCount()) {
			throw new LfsException(LfsError.CORRUPT, "The files have more blocks than the volume.");
		}
	}
}
