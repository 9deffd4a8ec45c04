/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is left of a damaged volume. Each directory and each file is tried by itself, so that a damaged one hides no other;
 * with a problem somewhere, the blocks that nothing refers to are searched for lost directories too. Nothing is ever written.
 */
public final class Salvage {

	/** The directory of the report for what has lost its own. */
	public static final String LOST = "/lost+found";

	private static final int MAX_DEPTH = 100;

	private final Geometry geometry;
	private final Volume volume;
	private final BitSet seen = new BitSet();
	private final List<SalvagedEntry> entries = new ArrayList<>();
	private final List<String> problems = new ArrayList<>();
	private long readable;
	private int depth;

	private Salvage(BlockDevice device, Geometry geometry) {
		this.geometry = geometry;
		this.volume = new Volume(device, geometry, DiskVersion.V2_1);
		// damaged pointers could make many files of the same blocks
		this.readable = 2L * geometry.blockSize() * geometry.blockCount();
	}

	/**
	 * Reads a volume as far as possible.
	 *
	 * @param device the device, or a dump of it
	 * @param geometry its configuration
	 * @return what was found, and what is wrong
	 * @throws LfsException {@link LfsError#INVAL} if the configuration is not that of the device
	 */
	public static SalvageReport read(BlockDevice device, Geometry geometry) throws LfsException {
		Volume.requireFit(device, geometry);
		Salvage salvage = new Salvage(device, geometry);
		salvage.run();
		return new SalvageReport(salvage.entries, salvage.problems);
	}

	private void run() {
		try {
			volume.load();
			readDirectory("/", volume.root());
		} catch (LfsException e) {
			problems.add("The volume does not mount: " + e.getMessage());
			Optional<BlockPair> root = findRoot();
			if (root.isPresent()) {
				readDirectory("/", root.get());
			} else {
				problems.add("The root directory was not found.");
			}
		}
		if (!problems.isEmpty()) {
			readLostBlocks();
		}
	}

	/** Follows the list as far as it goes: the root directory is the last pair with a superblock entry. */
	private Optional<BlockPair> findRoot() {
		Optional<BlockPair> root = Optional.empty();
		BlockPair next = BlockPair.SUPERBLOCK;
		for (int left = geometry.blockCount() / 2; left > 0 && !next.isNull(); left--) {
			Optional<MetadataPair> pair = fetch(next);
			if (pair.isEmpty()) {
				break;
			}
			if (!pair.get().entries().isEmpty() && pair.get().entries().get(0).isSuperblock()) {
				root = Optional.of(pair.get().blocks());
			}
			next = pair.get().tail();
		}
		return root;
	}

	private Optional<MetadataPair> fetch(BlockPair pair) {
		try {
			return Optional.of(volume.fetch(pair));
		} catch (LfsException e) {
			return Optional.empty();
		}
	}

	private void readDirectory(String path, BlockPair first) {
		BlockPair next = first;
		boolean more = true;
		while (more) {
			if (isSeen(next)) {
				problems.add(path + ": its metadata are used by something else too, or run in a circle.");
				return;
			}
			Optional<MetadataPair> pair = fetch(next);
			markSeen(next);
			if (pair.isEmpty()) {
				problems.add(path + ": neither block " + Integer.toUnsignedString(next.first()) + " nor block "
						+ Integer.toUnsignedString(next.second()) + " holds intact metadata; entries are missing.");
				return;
			}
			readEntries(path, pair.get());
			more = pair.get().hardTail();
			next = pair.get().tail();
		}
	}

	private void readEntries(String path, MetadataPair pair) {
		String prefix = path.endsWith("/") ? path : path + "/";
		for (FileEntry entry : pair.entries()) {
			if (entry.isDirectory()) {
				readSubdirectory(prefix + entry.text(), entry);
			} else if (entry.isFile()) {
				entries.add(readFile(prefix + entry.text(), entry));
			}
		}
	}

	private void readSubdirectory(String path, FileEntry entry) {
		int place = entries.size();
		int known = problems.size();
		try {
			depth++;
			if (depth > MAX_DEPTH) {
				throw new LfsException(LfsError.CORRUPT, "Directories are nested too deeply.");
			}
			readDirectory(path, entry.directory());
		} catch (LfsException e) {
			problems.add(path + ": " + e.getMessage());
		} finally {
			depth--;
		}
		String problem = problems.size() > known ? "Something in this directory cannot be shown." : "";
		entries.add(place, new SalvagedEntry(path, true, 0, new byte[0], 0, problem));
	}

	private SalvagedEntry readFile(String path, FileEntry entry) {
		if (entry.structType() == Tag.TYPE_INLINESTRUCT) {
			return new SalvagedEntry(path, false, entry.struct().length, entry.struct().clone(), 0, "");
		}
		long size = 0;
		try {
			size = entry.size();
			ChainSalvage chain = new ChainSalvage(volume, entry.ctz());
			readable -= size;
			if (size > (long) geometry.blockSize() * geometry.blockCount() || readable < 0) {
				throw new LfsException(LfsError.CORRUPT, "The files have more bytes than the volume.");
			}
			byte[] content = chain.read();
			chain.addBlocks(seen);
			return new SalvagedEntry(path, false, size, content, size - content.length, chain.problem());
		} catch (LfsException e) {
			return new SalvagedEntry(path, false, size, new byte[0], size, e.getMessage());
		}
	}

	/** Blocks that were freed keep their metadata until they are used again, so that removed files can turn up here. */
	private void readLostBlocks() {
		for (int block = 0; block < geometry.blockCount(); block++) {
			BlockPair alone = new BlockPair(block, block);
			Optional<MetadataPair> pair = seen.get(block) ? Optional.empty() : fetch(alone);
			if (pair.isPresent() && !pair.get().entries().isEmpty()) {
				seen.set(block);
				int known = problems.size();
				readEntries(LOST + "/block-" + block, pair.get());
				// what is damaged down there is no news
				problems.subList(known, problems.size()).clear();
			}
		}
	}

	private boolean isSeen(BlockPair pair) {
		return inVolume(pair.first()) && seen.get(pair.first()) || inVolume(pair.second()) && seen.get(pair.second());
	}

	private void markSeen(BlockPair pair) {
		for (int block : new int[] { pair.first(), pair.second() }) {
			if (inVolume(block)) {
				seen.set(block);
			}
		}
	}

	private boolean inVolume(int block) {
		return block >= 0 && block < geometry.blockCount();
	}
}
