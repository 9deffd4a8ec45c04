/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The files that are open on a volume. What they have written is in use before any directory refers to it. */
final class OpenFiles {

	private final List<LfsFile> files = new ArrayList<>();

	void add(LfsFile file) {
		files.add(file);
	}

	void remove(LfsFile file) {
		files.remove(file);
	}

	List<LfsFile> all() {
		return List.copyOf(files);
	}

	/** A file has one writer or any number of readers: two handles with contents of their own would overwrite each other. */
	void requireFree(String path, boolean forWriting) throws LfsException {
		if (files.isEmpty()) {
			return;
		}
		String wanted = PathWalk.normalise(path);
		for (LfsFile file : files) {
			if (file.isAt(wanted) && (forWriting || file.isWritable())) {
				throw new LfsException(LfsError.BADF, "The file is open already.");
			}
		}
	}

	void addBlocks(BitSet used) {
		for (LfsFile file : files) {
			file.addBlocks(used);
		}
	}

	/** Follows a removal: a file that is open stays usable, but what is written to it is given up. */
	void removed(String path) {
		if (!files.isEmpty()) {
			String gone = PathWalk.normalise(path);
			files.stream().filter(file -> file.isAt(gone)).forEach(LfsFile::detach);
		}
	}

	void renamed(String from, String to) {
		String before = PathWalk.normalise(from);
		String after = PathWalk.normalise(to);
		if (!before.equals(after)) {
			removed(to);
			files.forEach(file -> file.follow(before, after));
		}
	}
}
