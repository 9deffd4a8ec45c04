/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that the paths of a volume show, in a form that can be compared. */
final class VolumeState {

	private static final int ATTRIBUTES = 3;

	private VolumeState() {
	}

	static SortedMap<String, String> of(LittleFs volume) throws LfsException {
		SortedMap<String, String> state = new TreeMap<>();
		state.put("/", attributes(volume, "/"));
		collect(volume, "/", state);
		return state;
	}

	static SortedMap<String, String> of(BlockDevice device, Geometry geometry) throws LfsException {
		try (LittleFs volume = LittleFs.mountReadOnly(device, geometry)) {
			return of(volume);
		}
	}

	private static void collect(LittleFs volume, String directory, SortedMap<String, String> state) throws LfsException {
		for (Entry entry : volume.list(directory)) {
			String path = directory + entry.name();
			String content = entry.directory() ? "directory" : HexFormat.of().formatHex(volume.readFile(path));
			state.put(path, content + attributes(volume, path));
			if (entry.directory()) {
				collect(volume, path + "/", state);
			}
		}
	}

	private static String attributes(LittleFs volume, String path) throws LfsException {
		StringBuilder text = new StringBuilder();
		for (int type = 0; type < ATTRIBUTES; type++) {
			try {
				text.append(" @").append(type).append(HexFormat.of().formatHex(volume.getAttribute(path, type)));
			} catch (LfsException e) {
				if (e.error() != LfsError.NOATTR) {
					throw e;
				}
			}
		}
		return text.toString();
	}
}
