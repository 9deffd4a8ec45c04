/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.Optional;

/** The list that threads through all metadata pairs of the volume, from the superblock on. */
final class ThreadedList {

	/** Receives the pairs of the list. */
	@FunctionalInterface
	interface Visitor {
		/**
		 * Receives one pair.
		 *
		 * @param pair the pair
		 * @return whether to go on
		 * @throws LfsException if the pair is damaged
		 */
		boolean visit(MetadataPair pair) throws LfsException;
	}

	/** The entry of a directory in its parent. */
	record Parent(MetadataPair pair, int id) {
	}

	private final MetadataReader reader;
	private final Geometry geometry;

	ThreadedList(MetadataReader reader, Geometry geometry) {
		this.reader = reader;
		this.geometry = geometry;
	}

	/** Walks the list; a list that is longer than the volume can be runs in a circle. */
	void walk(Visitor visitor) throws LfsException {
		BlockPair next = BlockPair.SUPERBLOCK;
		int left = geometry.blockCount() / 2;
		while (!next.isNull()) {
			if (left-- == 0) {
				throw new LfsException(LfsError.CORRUPT, "The list of metadata pairs runs in a circle.");
			}
			MetadataPair pair = reader.fetch(next);
			if (!visitor.visit(pair)) {
				return;
			}
			next = pair.tail();
		}
	}

	/** Finds the pair whose tail is the given pair. */
	Optional<MetadataPair> predecessor(BlockPair of) throws LfsException {
		Found<MetadataPair> found = new Found<>();
		walk(pair -> {
			if (!pair.tail().isNull() && pair.tail().overlaps(of)) {
				found.value = Optional.of(pair);
			}
			return found.value.isEmpty();
		});
		return found.value;
	}

	/** Finds the entry that refers to the directory which starts with the given pair. */
	Optional<Parent> parent(BlockPair directory) throws LfsException {
		Found<Parent> found = new Found<>();
		walk(pair -> {
			for (int id = 0; id < pair.entries().size(); id++) {
				FileEntry entry = pair.entries().get(id);
				if (entry.isDirectory() && entry.directory().overlaps(directory)) {
					found.value = Optional.of(new Parent(pair, id));
				}
			}
			return found.value.isEmpty();
		});
		return found.value;
	}

	private static final class Found<T> {
		private Optional<T> value = Optional.empty();
	}
}
