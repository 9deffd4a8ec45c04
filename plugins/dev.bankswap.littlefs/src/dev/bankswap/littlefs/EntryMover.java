/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renames files and directories. The entry is written at its new place first; from that commit on, the global state says that the
 * old one is void, so that a power cut leaves the one or the other.
 */
final class EntryMover {

	private final Volume volume;
	private final PathWalk walk;
	private final MetadataWriter metadata;
	private final Consistency consistency;

	EntryMover(Volume volume, PathWalk walk, MetadataWriter metadata, Consistency consistency) {
		this.volume = volume;
		this.walk = walk;
		this.metadata = metadata;
		this.consistency = consistency;
	}

	void rename(String from, String to) throws LfsException {
		PathWalk.Location source = walk.findExisting(from).orElseThrow(EntryMover::notTheRoot);
		FileEntry moved = source.entry().orElseThrow();
		PathWalk.Location target = walk.find(to).orElseThrow(EntryMover::notTheRoot);
		if (moved.isDirectory() && PathWalk.normalise(to).startsWith(PathWalk.normalise(from) + "/")) {
			throw new LfsException(LfsError.INVAL, "A directory cannot be moved into itself.");
		}
		walk.requireNameFits(target);
		boolean samePair = source.pair().blocks().sameBlocks(target.pair().blocks());
		boolean itself = samePair && target.entry().isPresent() && source.id() == target.id();
		if (!itself) {
			move(source, target, samePair);
		}
	}

	private void move(PathWalk.Location source, PathWalk.Location target, boolean samePair) throws LfsException {
		Optional<BlockPair> replacedDirectory = requireReplaceable(source.entry().orElseThrow(), target.entry());
		if (replacedDirectory.isPresent()) {
			volume.state.orphanAhead();
		}
		if (!samePair) {
			volume.state.moveAhead(source.pair().blocks(), source.id());
		}
		metadata.commit(target.pair(), changes(source, target, samePair));
		// the commit has finished the move already if it had to write the source's pair anyway
		if (volume.state.current().hasMove()) {
			consistency.finishMove(volume.state.current());
		}
		if (replacedDirectory.isPresent()) {
			volume.state.orphanFixed();
			metadata.dropDirectory(replacedDirectory.get());
		}
	}

	private static Change[] changes(PathWalk.Location source, PathWalk.Location target, boolean samePair) {
		FileEntry moved = source.entry().orElseThrow().withName(source.entry().orElseThrow().type(), target.name());
		List<Change> changes = new ArrayList<>();
		int oldId = source.id();
		if (target.entry().isPresent()) {
			changes.add(new Change.Delete(target.id()));
		} else if (target.id() <= oldId) {
			oldId++;
		}
		changes.add(new Change.Create(target.id(), moved));
		if (samePair) {
			changes.add(new Change.Delete(oldId));
		}
		return changes.toArray(Change[]::new);
	}

	/** Tells the pair of the directory that is replaced, if it is one. */
	private Optional<BlockPair> requireReplaceable(FileEntry moved, Optional<FileEntry> replaced) throws LfsException {
		if (replaced.isEmpty()) {
			return Optional.empty();
		}
		FileEntry old = replaced.get();
		if (old.isDirectory() != moved.isDirectory()) {
			throw old.isDirectory() ? new LfsException(LfsError.ISDIR, "A file cannot replace a directory.")
					: new LfsException(LfsError.NOTDIR, "A directory cannot replace a file.");
		}
		if (!old.isDirectory()) {
			return Optional.empty();
		}
		walk.requireEmpty(old.directory());
		return Optional.of(old.directory());
	}

	private static LfsException notTheRoot() {
		return new LfsException(LfsError.INVAL, "The root directory cannot be renamed or replaced.");
	}
}
