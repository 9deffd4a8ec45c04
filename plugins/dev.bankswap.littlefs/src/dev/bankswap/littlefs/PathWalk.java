/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds files and directories by their path. */
final class PathWalk {

	/**
	 * Where a path leads.
	 *
	 * @param pair the metadata pair that holds the entry, or has to take it
	 * @param id the id of the entry, or the one that a new entry has to take to keep the directory sorted
	 * @param entry the entry, if it exists
	 * @param name the last part of the path
	 */
	record Location(MetadataPair pair, int id, Optional<FileEntry> entry, byte[] name) {
	}

	private final Volume volume;

	PathWalk(Volume volume) {
		this.volume = volume;
	}

	/** Finds the entry of a path; nothing for the root directory, which has none. */
	Optional<Location> find(String path) throws LfsException {
		Deque<String> parts = parts(path);
		BlockPair directory = volume.root();
		while (!parts.isEmpty()) {
			byte[] name = parts.remove().getBytes(StandardCharsets.UTF_8);
			Location location = search(directory, name);
			if (parts.isEmpty()) {
				return Optional.of(location);
			}
			directory = requireDirectory(location);
		}
		return Optional.empty();
	}

	/** Finds an entry that has to exist; nothing for the root directory. */
	Optional<Location> findExisting(String path) throws LfsException {
		Optional<Location> location = find(path);
		if (location.isPresent() && location.get().entry.isEmpty()) {
			throw new LfsException(LfsError.NOENT, "There is no such file or directory.");
		}
		return location;
	}

	/** Finds a file that has to exist. */
	FileEntry existingFile(String path) throws LfsException {
		return findExisting(path).flatMap(Location::entry).filter(FileEntry::isFile)
				.orElseThrow(() -> new LfsException(LfsError.ISDIR, "A directory cannot be used as a file."));
	}

	/** Finds the first pair of a directory. */
	BlockPair directory(String path) throws LfsException {
		Optional<Location> location = findExisting(path);
		return location.isPresent() ? requireDirectory(location.get()) : volume.root();
	}

	/** Tells all pairs of a directory. */
	List<MetadataPair> pairs(BlockPair directory) throws LfsException {
		List<MetadataPair> pairs = new ArrayList<>();
		MetadataPair pair = volume.fetch(directory);
		pairs.add(pair);
		while (pair.hardTail()) {
			if (pairs.size() > volume.geometry.blockCount() / 2) {
				throw new LfsException(LfsError.CORRUPT, "The pairs of a directory run in a circle.");
			}
			pair = volume.fetch(pair.tail());
			pairs.add(pair);
		}
		return pairs;
	}

	/** Refuses to go on with a directory that has entries. */
	void requireEmpty(BlockPair directory) throws LfsException {
		MetadataPair content = volume.reader.fetch(directory);
		if (!content.entries().isEmpty() || content.hardTail()) {
			throw new LfsException(LfsError.NOTEMPTY, "The directory is not empty.");
		}
	}

	/** Refuses a name that is too long for the volume. */
	void requireNameFits(Location location) throws LfsException {
		if (location.name().length > volume.superblock().nameMax()) {
			throw new LfsException(LfsError.NAMETOOLONG, "The name has more than " + volume.superblock().nameMax() + " bytes.");
		}
	}

	/** Brings different ways to write the same path into one form. */
	static String normalise(String path) {
		return "/" + String.join("/", parts(path));
	}

	private Location search(BlockPair directory, byte[] name) throws LfsException {
		BlockPair next = directory;
		for (int left = volume.geometry.blockCount() / 2; left >= 0; left--) {
			MetadataPair pair = volume.fetch(next);
			int id = firstNotBefore(pair, name);
			boolean here = id < pair.entries().size();
			if (here && Arrays.equals(pair.entries().get(id).name(), name)) {
				return new Location(pair, id, Optional.of(pair.entries().get(id)), name);
			}
			if (here || !pair.hardTail()) {
				return new Location(pair, id, Optional.empty(), name);
			}
			next = pair.tail();
		}
		throw new LfsException(LfsError.CORRUPT, "The pairs of a directory run in a circle.");
	}

	/** The superblock takes part in no order. */
	private static int firstNotBefore(MetadataPair pair, byte[] name) {
		int id = 0;
		while (id < pair.entries().size()) {
			FileEntry entry = pair.entries().get(id);
			if ((entry.isFile() || entry.isDirectory()) && compare(entry.name(), name) >= 0) {
				return id;
			}
			id++;
		}
		return id;
	}

	/** Compares names as the reference implementation sorts them: by their bytes, but a name comes after longer ones that start with it. */
	private static int compare(byte[] left, byte[] right) {
		int common = Math.min(left.length, right.length);
		int order = Arrays.compareUnsigned(left, 0, common, right, 0, common);
		return order != 0 ? order : Integer.compare(right.length, left.length);
	}

	private static BlockPair requireDirectory(Location location) throws LfsException {
		if (location.entry.isEmpty()) {
			throw new LfsException(LfsError.NOENT, "There is no such file or directory.");
		}
		if (!location.entry.get().isDirectory()) {
			throw new LfsException(LfsError.NOTDIR, "A part of the path is no directory.");
		}
		return location.entry.get().directory();
	}

	private static Deque<String> parts(String path) {
		Deque<String> parts = new ArrayDeque<>();
		for (String part : path.split("/")) {
			if ("..".equals(part)) {
				parts.pollLast();
			} else if (!part.isEmpty() && !".".equals(part)) {
				parts.add(part);
			}
		}
		return parts;
	}
}
