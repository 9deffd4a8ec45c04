/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.List;

/**
 * What a metadata pair says, apart from where it is stored: its entries by id, and the next pair of the threaded list.
 *
 * @param entries the entries; the index is the id
 * @param tail the next pair of the list
 * @param hardTail whether the next pair continues the same directory
 */
record MetadataContent(List<FileEntry> entries, BlockPair tail, boolean hardTail) {

	static final MetadataContent EMPTY = new MetadataContent(List.of(), BlockPair.NULL, false);

	MetadataContent {
		entries = List.copyOf(entries);
	}

	MetadataContent withTail(BlockPair newTail, boolean hard) {
		return new MetadataContent(entries, newTail, hard);
	}

	MetadataContent withEntries(List<FileEntry> newEntries) {
		return new MetadataContent(newEntries, tail, hardTail);
	}

	/** Leaves out ids that were never named; only a compaction may do so, because it changes ids. */
	MetadataContent withoutBlanks() {
		List<FileEntry> named = new ArrayList<>(entries);
		named.removeIf(entry -> entry.type() == FileEntry.BLANK);
		return withEntries(named);
	}

	/** Tells the bytes that the entries take. */
	int storedSize() {
		return entries.stream().mapToInt(FileEntry::storedSize).sum();
	}
}
