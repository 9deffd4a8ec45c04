/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/** Writes a metadata pair as a whole: the content goes to the block that is out of date, or to a new one. */
final class PairWriter {

	private final Volume volume;
	private final BlockWriter blocks;

	PairWriter(Volume volume, BlockWriter blocks) {
		this.volume = volume;
		this.blocks = blocks;
	}

	/** The pair's share of the global state, depending on whether the new content is valid at once or when it is referred to. */
	record Shares(GlobalState inPlace, GlobalState moved) {

		static final Shares NONE = new Shares(GlobalState.ZERO, GlobalState.ZERO);
	}

	/**
	 * Writes the content.
	 *
	 * @param pair the blocks, first the one that must not be touched
	 * @param revision the new revision count
	 * @param content what to write
	 * @param shares what to write of the global state
	 * @param move whether the block that is out of date is to be replaced
	 * @return the pair, first the block that was written
	 * @throws LfsException if there is no room for it
	 */
	BlockPair write(BlockPair pair, int revision, MetadataContent content, Shares shares, boolean move) throws LfsException {
		int target = move ? newBlockOr(pair.second()) : pair.second();
		while (true) {
			GlobalState share = target == pair.second() ? shares.inPlace : shares.moved;
			CommitBuffer commit = build(revision, content, share);
			if (blocks.rewrite(target, commit.image(), commit.end())) {
				return new BlockPair(target, pair.first());
			}
			if (pair.overlaps(BlockPair.SUPERBLOCK)) {
				throw new LfsException(LfsError.NOSPC, "The superblock cannot be written any more.");
			}
			target = volume.allocator().allocate();
		}
	}

	private CommitBuffer build(int revision, MetadataContent content, GlobalState share) throws LfsException {
		CommitBuffer commit = CommitBuffer.ofNewBlock(volume, revision);
		int id = 0;
		for (FileEntry entry : content.entries()) {
			commit.addEntry(id++, entry);
		}
		if (!content.tail().isNull()) {
			commit.addTail(content.tail(), content.hardTail());
		}
		if (!share.isZero()) {
			commit.addGlobalState(share);
		}
		if (commit.overflowed()) {
			throw new LfsException(LfsError.NOSPC, "The metadata does not fit into a block.");
		}
		commit.finish();
		return commit;
	}

	/** A full volume is no reason to give up a block that still works. */
	private int newBlockOr(int worn) throws LfsException {
		try {
			return volume.allocator().allocate();
		} catch (LfsException e) {
			if (e.error() == LfsError.NOSPC) {
				return worn;
			}
			throw e;
		}
	}
}
