/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that the paths of a volume show, in a form that can be compared. It is read without the detour over paths, which takes long. */
final class VolumeState {

	private VolumeState() {
	}

	static SortedMap<String, String> of(BlockDevice device, Geometry geometry) throws LfsException {
		Volume volume = new Volume(device, geometry, DiskVersion.V2_1);
		volume.load();
		SortedMap<String, String> state = new TreeMap<>();
		collect(volume, volume.root(), "/", state);
		return state;
	}

	private static void collect(Volume volume, BlockPair directory, String path, SortedMap<String, String> state) throws LfsException {
		for (MetadataPair pair : new PathWalk(volume).pairs(directory)) {
			for (FileEntry entry : pair.entries()) {
				String child = path + entry.text();
				state.put(child, describe(volume, entry));
				if (entry.isDirectory()) {
					collect(volume, entry.directory(), child + "/", state);
				}
			}
		}
	}

	private static String describe(Volume volume, FileEntry entry) throws LfsException {
		StringBuilder text = new StringBuilder();
		if (entry.isFile()) {
			text.append(HexFormat.of().formatHex(entry.isCtz() ? volume.files.read(entry.ctz()) : entry.struct()));
		} else {
			text.append(entry.isDirectory() ? "directory" : "superblock");
		}
		entry.attributes().forEach((type, value) -> text.append(" @").append(type).append(' ').append(HexFormat.of().formatHex(value)));
		return text.toString();
	}
}
