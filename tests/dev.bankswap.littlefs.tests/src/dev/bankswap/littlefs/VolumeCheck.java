/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** Checks what no path shows: nothing is pending, and the threaded list has each directory once, with its current blocks. */
final class VolumeCheck {

	private VolumeCheck() {
	}

	static void assertConsistent(BlockDevice device, Geometry geometry) throws LfsException {
		Volume volume = new Volume(device, geometry, DiskVersion.V2_1);
		volume.load();
		assertEquals(GlobalState.ZERO, volume.state.current(), "nothing is pending");
		List<BlockPair> listed = new ArrayList<>();
		List<BlockPair> directories = new ArrayList<>();
		volume.list.walk(pair -> {
			if (!pair.hardTail() && !pair.tail().isNull()) {
				listed.add(pair.tail());
			}
			for (FileEntry entry : pair.entries()) {
				if (entry.isDirectory()) {
					directories.add(entry.directory());
				}
			}
			return true;
		});
		assertEquals(directories.size(), listed.size(), "each directory is in the list once");
		for (BlockPair directory : directories) {
			assertTrue(listed.stream().anyMatch(directory::sameBlocks), "directory " + directory + " is in the list");
		}
	}
}
