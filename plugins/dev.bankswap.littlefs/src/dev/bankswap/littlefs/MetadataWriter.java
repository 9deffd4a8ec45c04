/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.List;
import java.util.Optional;

/**
 * Commits changes to metadata pairs. A commit is appended to the log of the pair's current block. When the block is full, the
 * content is written to the other block of the pair (compaction); a content that is too large is divided between two pairs
 * (split); a pair that has been compacted often enough moves to another block (relocation).
 *
 * <p>A commit may change other pairs too. After it, everything that was fetched before is out of date.
 */
final class MetadataWriter {

	/** Left free by a compaction for tail, global state, checksum and the removal of an entry. */
	private static final int RESERVED = 40;
	/** A pair with as many entries is split. */
	private static final int MAX_ENTRIES = 0xFF;

	private final Volume volume;
	private final Geometry geometry;
	private final BlockWriter blocks;
	private final PairWriter pairs;
	private boolean replacing;

	MetadataWriter(Volume volume) {
		this.volume = volume;
		this.geometry = volume.geometry;
		this.blocks = new BlockWriter(volume.device);
		this.pairs = new PairWriter(volume, blocks);
	}

	void commit(MetadataPair pair, Change... changes) throws LfsException {
		MetadataContent after = pair.content();
		boolean deletes = false;
		for (Change change : changes) {
			after = change.applyTo(after);
			deletes |= change instanceof Change.Delete;
		}
		if (deletes && after.entries().isEmpty()) {
			Optional<MetadataPair> predecessor = volume.list.predecessor(pair.blocks());
			if (predecessor.isPresent() && predecessor.get().hardTail()) {
				drop(predecessor.get(), pair);
				return;
			}
		}
		if (!append(pair, after, changes)) {
			compact(pair, after);
		}
	}

	/** Takes a pair out of the list; its predecessor takes over its tail and its share of the global state. */
	void drop(MetadataPair predecessor, MetadataPair dropped) throws LfsException {
		volume.state.steal(dropped.delta());
		commit(predecessor, new Change.SetTail(dropped.tail(), dropped.hardTail() && predecessor.hardTail()));
	}

	/** Takes the only pair of a directory without an entry out of the list. */
	void dropDirectory(BlockPair directory) throws LfsException {
		MetadataPair predecessor = volume.list.predecessor(directory)
				.orElseThrow(() -> new LfsException(LfsError.CORRUPT, "The directory is not in the list of metadata pairs."));
		drop(predecessor, volume.reader.fetch(predecessor.tail()));
	}

	/** Writes a pair that nothing refers to yet. */
	BlockPair create(MetadataContent content) throws LfsException {
		int second = volume.allocator().allocate();
		int first = volume.allocator().allocate();
		// the block that is not written may hold an old pair; the new one must have a later revision
		int revision = alignToCycles(volume.reader.revision(first)) + 1;
		return pairs.write(new BlockPair(first, second), revision, split(content), PairWriter.Shares.NONE, false);
	}

	/** Writes a pair as a whole, even if a commit could be appended. */
	void compact(MetadataPair pair, MetadataContent after) throws LfsException {
		MetadataContent content = split(after.withoutBlanks());
		int revision = pair.revision() + 1;
		// a pair that has to be told where another one is now stays: while the list still leads to the other's old blocks, that one
		// could be told the same in turn, and the old version of it would be continued
		boolean worn = isWorn(revision) && !replacing;
		if (worn && pair.isSuperblock()) {
			content = expandSuperblock(pair, content);
		}
		GlobalStateTracker state = volume.state;
		PairWriter.Shares shares = new PairWriter.Shares(pair.delta().xor(state.pending()), pair.delta().xor(state.stolen()));
		BlockPair now = pairs.write(pair.blocks(), revision, content, shares, worn && !pair.isSuperblock());
		if (now.first() == pair.blocks().second()) {
			state.committed();
		} else {
			state.committedStolen();
			boolean outer = replacing;
			replacing = true;
			try {
				replaceReferences(pair.blocks(), now);
			} finally {
				replacing = outer;
			}
		}
	}

	private boolean append(MetadataPair pair, MetadataContent after, Change... changes) throws LfsException {
		if (!pair.appendable() || after.entries().size() >= MAX_ENTRIES) {
			return false;
		}
		CommitBuffer commit = new CommitBuffer(volume, pair.end(), pair.endTag());
		for (Change change : changes) {
			change.writeTo(commit);
		}
		GlobalState pending = volume.state.pending();
		if (!pending.isZero()) {
			commit.addGlobalState(pair.delta().xor(pending));
		}
		if (commit.overflowed()) {
			return false;
		}
		commit.finish();
		if (!blocks.program(pair.blocks().first(), commit.image(), commit.begin(), commit.end() - commit.begin())) {
			return false;
		}
		volume.state.committed();
		return true;
	}

	/** Moves entries to new pairs until the rest leaves room for further commits. */
	private MetadataContent split(MetadataContent content) throws LfsException {
		MetadataContent left = content;
		while (left.entries().size() > 1 && !leavesRoom(left)) {
			List<FileEntry> entries = left.entries();
			int middle = entries.size() / 2;
			try {
				BlockPair tail = create(left.withEntries(entries.subList(middle, entries.size())));
				left = new MetadataContent(entries.subList(0, middle), tail, true);
			} catch (LfsException e) {
				if (e.error() == LfsError.NOSPC && left.storedSize() <= geometry.blockSize() - RESERVED) {
					return left;
				}
				throw e;
			}
		}
		return left;
	}

	private boolean leavesRoom(MetadataContent content) {
		int program = geometry.programSize();
		int half = (geometry.blockSize() / 2 + program - 1) / program * program;
		return content.entries().size() < MAX_ENTRIES && content.storedSize() <= Math.min(geometry.blockSize() - RESERVED, half);
	}

	/**
	 * The superblock cannot move, so that the root directory moves to a pair of its own when the superblock's pair wears out. Only
	 * the superblock entry stays, and is rewritten far less often from then on.
	 */
	private MetadataContent expandSuperblock(MetadataPair pair, MetadataContent content) throws LfsException {
		if (volume.usage.collect(false).cardinality() >= geometry.blockCount() / 2) {
			return content;
		}
		try {
			BlockPair moved = create(content);
			if (volume.root().overlaps(pair.blocks())) {
				volume.setRoot(moved);
			}
			return new MetadataContent(content.entries().subList(0, 1), moved, true);
		} catch (LfsException e) {
			if (e.error() == LfsError.NOSPC) {
				return content;
			}
			throw e;
		}
	}

	/** Makes parent and predecessor point to the new blocks; between the two, the list is out of sync. */
	private void replaceReferences(BlockPair old, BlockPair now) throws LfsException {
		if (volume.root().overlaps(old)) {
			volume.setRoot(now);
		}
		Optional<ThreadedList.Parent> parent = volume.list.parent(old);
		if (parent.isPresent()) {
			volume.state.orphanAhead();
			commitWithMove(parent.get().pair(), new Change.SetStruct(parent.get().id(), Tag.TYPE_DIRSTRUCT, now.encode()));
			volume.state.orphanFixed();
		}
		Optional<MetadataPair> predecessor = volume.list.predecessor(old);
		if (predecessor.isPresent()) {
			commitWithMove(predecessor.get(), new Change.SetTail(now, predecessor.get().hardTail()));
		}
	}

	/**
	 * Commits one change, and finishes a move whose source is in the same pair: this commit could relocate that pair, and the global
	 * state would refer to blocks that the source has left.
	 */
	private void commitWithMove(MetadataPair pair, Change change) throws LfsException {
		GlobalState state = volume.state.current();
		if (state.hasMoveIn(pair.blocks()) && state.moveId() < pair.entries().size()) {
			volume.state.moveFinished();
			commit(pair, change, new Change.Delete(state.moveId()));
		} else {
			commit(pair, change);
		}
	}

	private boolean isWorn(int revision) {
		return geometry.blockCycles() > 0 && Integer.remainderUnsigned(revision, cycleModulus()) == 0;
	}

	private int alignToCycles(int revision) {
		if (geometry.blockCycles() <= 0) {
			return revision;
		}
		int beyond = revision + cycleModulus() - 1;
		return beyond - Integer.remainderUnsigned(beyond, cycleModulus());
	}

	/** Odd, so that both blocks of a pair get their turn to be replaced, and larger than 1. */
	private int cycleModulus() {
		return geometry.blockCycles() + 1 | 1;
	}
}
