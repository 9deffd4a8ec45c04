/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.List;
import java.util.Optional;

/** The operations that change a volume. Each is made of commits that leave the volume usable, whichever is the last one. */
final class VolumeWriter {

	/** An operation on the volume. */
	@FunctionalInterface
	interface Operation {
		/**
		 * Runs the operation.
		 *
		 * @throws LfsException if it fails
		 */
		void run() throws LfsException;
	}

	private final Volume volume;
	private final PathWalk walk;
	private final MetadataWriter metadata;
	private final Consistency consistency;

	VolumeWriter(Volume volume, PathWalk walk) {
		this.volume = volume;
		this.walk = walk;
		this.metadata = new MetadataWriter(volume);
		this.consistency = new Consistency(volume, metadata);
	}

	static void format(Volume volume) throws LfsException {
		MetadataWriter metadata = new MetadataWriter(volume);
		List<FileEntry> entries = List.of(Superblock.of(volume.geometry).entry());
		BlockPair root = metadata.create(new MetadataContent(entries, BlockPair.NULL, false));
		if (!root.sameBlocks(BlockPair.SUPERBLOCK)) {
			throw new LfsException(LfsError.NOSPC, "The blocks of the superblock cannot be written.");
		}
		// the second block may still hold an older volume
		MetadataPair written = volume.reader.fetch(BlockPair.SUPERBLOCK);
		metadata.compact(written, written.content());
	}

	/** Runs an operation on a consistent volume. */
	void run(Operation operation) throws LfsException {
		volume.allocator().begin();
		try {
			consistency.restore();
			operation.run();
		} catch (LfsException e) {
			if (e.error() == LfsError.IO || e.error() == LfsError.CORRUPT || e.error() == LfsError.NOSPC) {
				reload(e);
			}
			throw e;
		}
	}

	void writeFile(String path, byte[] content) throws LfsException {
		Optional<PathWalk.Location> found = walk.find(path);
		if (found.isEmpty() || found.get().entry().filter(entry -> !entry.isFile()).isPresent()) {
			throw new LfsException(LfsError.ISDIR, "A directory cannot be written as a file.");
		}
		PathWalk.Location location = found.get();
		if (Integer.compareUnsigned(content.length, volume.superblock().fileMax()) > 0) {
			throw new LfsException(LfsError.FBIG, "The file is too large.");
		}
		requireNameFits(location);
		boolean inline = content.length <= volume.geometry.inlineMax();
		int type = inline ? Tag.TYPE_INLINESTRUCT : Tag.TYPE_CTZSTRUCT;
		byte[] struct = inline ? content.clone() : volume.files.write(content, volume.allocator()).encode();
		if (location.entry().isPresent()) {
			metadata.commit(location.pair(), new Change.SetStruct(location.id(), type, struct));
		} else {
			FileEntry entry = FileEntry.named(Tag.TYPE_REG, location.name(), type, struct);
			metadata.commit(location.pair(), new Change.Create(location.id(), entry));
		}
	}

	void mkdir(String path) throws LfsException {
		PathWalk.Location location = walk.find(path).filter(found -> found.entry().isEmpty())
				.orElseThrow(() -> new LfsException(LfsError.EXIST, "There is a file or directory of this name."));
		requireNameFits(location);
		MetadataPair last = last(location.pair());
		BlockPair created = metadata.create(MetadataContent.EMPTY.withTail(last.tail(), false));
		if (!location.pair().hardTail()) {
			metadata.commit(location.pair(), newDirectory(location, created), new Change.SetTail(created, false));
			return;
		}
		// the new pair is threaded in at the end of the parent directory first; until it has its entry, it is an orphan
		volume.state.orphanAhead();
		metadata.commit(last, new Change.SetTail(created, false));
		volume.state.orphanFixed();
		PathWalk.Location again = walk.find(path).orElseThrow();
		metadata.commit(again.pair(), newDirectory(again, created));
	}

	void remove(String path) throws LfsException {
		PathWalk.Location location = walk.findExisting(path)
				.orElseThrow(() -> new LfsException(LfsError.INVAL, "The root directory cannot be removed."));
		FileEntry entry = location.entry().orElseThrow();
		if (!entry.isDirectory()) {
			metadata.commit(location.pair(), new Change.Delete(location.id()));
			return;
		}
		BlockPair directory = entry.directory();
		MetadataPair content = volume.reader.fetch(directory);
		if (!content.entries().isEmpty() || content.hardTail()) {
			throw new LfsException(LfsError.NOTEMPTY, "The directory is not empty.");
		}
		// without its entry the pair is an orphan, until it is taken out of the list
		volume.state.orphanAhead();
		metadata.commit(location.pair(), new Change.Delete(location.id()));
		volume.state.orphanFixed();
		MetadataPair predecessor = volume.list.predecessor(directory)
				.orElseThrow(() -> new LfsException(LfsError.CORRUPT, "The directory is not in the list of metadata pairs."));
		metadata.drop(predecessor, volume.reader.fetch(predecessor.tail()));
	}

	private static Change newDirectory(PathWalk.Location location, BlockPair pair) {
		return new Change.Create(location.id(), FileEntry.named(Tag.TYPE_DIR, location.name(), Tag.TYPE_DIRSTRUCT, pair.encode()));
	}

	private MetadataPair last(MetadataPair pair) throws LfsException {
		List<MetadataPair> pairs = walk.pairs(pair.blocks());
		return pairs.get(pairs.size() - 1);
	}

	private void requireNameFits(PathWalk.Location location) throws LfsException {
		if (location.name().length > volume.superblock().nameMax()) {
			throw new LfsException(LfsError.NAMETOOLONG, "The name has more than " + volume.superblock().nameMax() + " bytes.");
		}
	}

	/** What is on the disk counts after an operation that stopped half-way. */
	private void reload(LfsException reason) {
		try {
			volume.load(Superblock.VERSION_2_0);
		} catch (LfsException e) {
			reason.addSuppressed(e);
		}
	}
}
