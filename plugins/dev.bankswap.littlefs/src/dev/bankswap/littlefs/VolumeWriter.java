/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
	private final EntryMover mover;
	private final Maintenance maintenance;

	VolumeWriter(Volume volume, PathWalk walk) {
		this.volume = volume;
		this.walk = walk;
		this.metadata = new MetadataWriter(volume);
		this.consistency = new Consistency(volume, metadata);
		this.mover = new EntryMover(volume, walk, metadata, consistency);
		this.maintenance = new Maintenance(volume, metadata, consistency);
	}

	Maintenance maintenance() {
		return maintenance;
	}

	static void format(Volume volume) throws LfsException {
		MetadataWriter metadata = new MetadataWriter(volume);
		List<FileEntry> entries = List.of(volume.superblock().entry());
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
		volume.openFiles.requireFree(path, true);
		Optional<PathWalk.Location> found = walk.find(path);
		requireFile(found);
		PathWalk.Location location = found.orElseThrow();
		if (Integer.compareUnsigned(content.length, volume.superblock().fileMax()) > 0) {
			throw new LfsException(LfsError.FBIG, "The file is too large.");
		}
		walk.requireNameFits(location);
		boolean inline = content.length <= volume.geometry.inlineMax();
		int type = inline ? Tag.TYPE_INLINESTRUCT : Tag.TYPE_CTZSTRUCT;
		byte[] struct = inline ? content.clone() : writeChain(content).pointer().encode();
		if (location.entry().isPresent()) {
			metadata.commit(location.pair(), new Change.SetStruct(location.id(), type, struct));
		} else {
			FileEntry entry = FileEntry.named(Tag.TYPE_REG, location.name(), type, struct);
			metadata.commit(location.pair(), new Change.Create(location.id(), entry));
		}
	}

	/** Sees to it that a file is there to be opened; a new one gets its entry at once. */
	void prepareOpening(String path, Set<OpenMode> modes) throws LfsException {
		Optional<PathWalk.Location> found = walk.find(path);
		boolean exists = found.isEmpty() || found.get().entry().isPresent();
		if (exists && modes.contains(OpenMode.EXCL)) {
			throw new LfsException(LfsError.EXIST, "There is a file or directory of this name.");
		}
		requireFile(found);
		if (exists) {
			return;
		}
		if (!modes.contains(OpenMode.CREAT)) {
			throw new LfsException(LfsError.NOENT, "There is no such file or directory.");
		}
		PathWalk.Location location = found.orElseThrow();
		walk.requireNameFits(location);
		FileEntry entry = FileEntry.named(Tag.TYPE_REG, location.name(), Tag.TYPE_INLINESTRUCT, new byte[0]);
		metadata.commit(location.pair(), new Change.Create(location.id(), entry));
	}

	/** Replaces the content of a file that is open. */
	void replace(String path, FileBody body) throws LfsException {
		body.flush();
		PathWalk.Location location = walk.findExisting(path).orElseThrow();
		metadata.commit(location.pair(), body.change(location.id()));
	}

	private static void requireFile(Optional<PathWalk.Location> found) throws LfsException {
		if (found.isEmpty() || found.get().entry().filter(entry -> !entry.isFile()).isPresent()) {
			throw new LfsException(LfsError.ISDIR, "A directory cannot be used as a file.");
		}
	}

	private Chain writeChain(byte[] content) throws LfsException {
		ChainWriter chain = new ChainWriter(volume, Chain.EMPTY, 0);
		chain.write(content, 0, content.length);
		return chain.finish();
	}

	void mkdir(String path) throws LfsException {
		PathWalk.Location location = walk.find(path).filter(found -> found.entry().isEmpty())
				.orElseThrow(() -> new LfsException(LfsError.EXIST, "There is a file or directory of this name."));
		walk.requireNameFits(location);
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
			volume.openFiles.removed(path);
			return;
		}
		BlockPair directory = entry.directory();
		walk.requireEmpty(directory);
		// without its entry the pair is an orphan, until it is taken out of the list
		volume.state.orphanAhead();
		metadata.commit(location.pair(), new Change.Delete(location.id()));
		volume.state.orphanFixed();
		metadata.dropDirectory(directory);
	}

	void rename(String from, String to) throws LfsException {
		mover.rename(from, to);
		volume.openFiles.renamed(from, to);
	}

	/** Tells the entry that a path leads to; the attributes of the root directory are those of its superblock entry. */
	PathWalk.Location attributed(String path) throws LfsException {
		Optional<PathWalk.Location> location = walk.findExisting(path);
		if (location.isPresent()) {
			return location.get();
		}
		MetadataPair root = volume.fetch(volume.root());
		return new PathWalk.Location(root, 0, Optional.of(root.entries().get(0)), new byte[0]);
	}

	void setAttribute(String path, int type, byte[] value) throws LfsException {
		if (value.length > volume.superblock().attributeMax()) {
			throw new LfsException(LfsError.NOSPC, "An attribute has at most " + volume.superblock().attributeMax() + " bytes.");
		}
		PathWalk.Location location = attributed(path);
		metadata.commit(location.pair(), new Change.SetAttribute(location.id(), type, value.clone()));
	}

	void removeAttribute(String path, int type) throws LfsException {
		PathWalk.Location location = attributed(path);
		if (location.entry().orElseThrow().attributes().containsKey(type)) {
			metadata.commit(location.pair(), new Change.RemoveAttribute(location.id(), type));
		}
	}

	private static Change newDirectory(PathWalk.Location location, BlockPair pair) {
		return new Change.Create(location.id(), FileEntry.named(Tag.TYPE_DIR, location.name(), Tag.TYPE_DIRSTRUCT, pair.encode()));
	}

	private MetadataPair last(MetadataPair pair) throws LfsException {
		List<MetadataPair> pairs = walk.pairs(pair.blocks());
		return pairs.get(pairs.size() - 1);
	}

	/** What is on the disk counts after an operation that stopped half-way. */
	private void reload(LfsException reason) {
		try {
			volume.load();
		} catch (LfsException e) {
			reason.addSuppressed(e);
		}
	}
}
