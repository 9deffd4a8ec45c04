/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.List;

/**
 * A metadata pair as it was found on the disk, and where its next commit goes.
 *
 * @param blocks the pair, first the block with the current content
 * @param revision the revision count of the current block, to be compared as a sequence number
 * @param content what the pair says
 * @param delta the pair's share of the global state
 * @param end the end of the last commit, where the next one can be appended
 * @param endTag what the next tag is combined with
 * @param appendable whether the storage behind the last commit is erased
 * @param checksum a mixture of the checksums of all commits
 */
record MetadataPair(BlockPair blocks, int revision, MetadataContent content, GlobalState delta, int end, int endTag, boolean appendable,
		int checksum) {

	List<FileEntry> entries() {
		return content.entries();
	}

	BlockPair tail() {
		return content.tail();
	}

	boolean hardTail() {
		return content.hardTail();
	}

	boolean isSuperblock() {
		return blocks.overlaps(BlockPair.SUPERBLOCK);
	}

	/** Hides the source of a move that was interrupted after its destination had been written. */
	MetadataPair withoutMoved(GlobalState state) {
		if (!state.hasMoveIn(blocks) || state.moveId() >= entries().size()) {
			return this;
		}
		List<FileEntry> visible = new ArrayList<>(entries());
		visible.remove(state.moveId());
		return new MetadataPair(blocks, revision, content.withEntries(visible), delta, end, endTag, appendable, checksum);
	}
}
