/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.bankswap.formats.FormatException;
import dev.bankswap.formats.ImageState;
import dev.bankswap.littlefs.Entry;
import dev.bankswap.littlefs.Geometry;
import dev.bankswap.littlefs.LfsException;
import dev.bankswap.littlefs.LittleFs;
import dev.bankswap.littlefs.RamBlockDevice;

/** Reads the file system of a dump as far as it can be read. */
final class VolumeInspector {

	private static final int UNKNOWN = -1;
	private static final int MAX_DEPTH = 16;
	private static final int MAX_FILES = 10_000;

	private final LittleFs volume;
	private final List<DumpReport.Item> items = new ArrayList<>();
	private Optional<ImageState> imageState = Optional.empty();

	private VolumeInspector(LittleFs volume) {
		this.volume = volume;
	}

	static DumpReport.Volume inspect(NorDump dump) {
		try (LittleFs volume = LittleFs.mountReadOnly(new RamBlockDevice(Geometry.FIRMWARE, dump.volume()), Geometry.FIRMWARE)) {
			VolumeInspector inspector = new VolumeInspector(volume);
			inspector.directory("/", 0);
			inspector.items.sort(Comparator.comparing(DumpReport.Item::path));
			return new DumpReport.Volume(Optional.empty(), volume.diskVersion(), inspector.usedBlocks(),
					List.copyOf(inspector.items), inspector.imageState);
		} catch (LfsException e) {
			return new DumpReport.Volume(Optional.of(reason(e)), 0, UNKNOWN, List.of(), Optional.empty());
		}
	}

	private int usedBlocks() {
		try {
			return volume.usedBlocks();
		} catch (LfsException e) {
			// the files tell what is damaged
			return UNKNOWN;
		}
	}

	private void directory(String path, int depth) {
		List<Entry> entries;
		try {
			entries = volume.list(path);
		} catch (LfsException e) {
			items.add(new DumpReport.Item(FileMeaning.printable(path), true, 0, reason(e), false));
			return;
		}
		for (Entry entry : entries) {
			if (items.size() < MAX_FILES) {
				add((path.equals("/") ? path : path + "/") + entry.name(), entry, depth);
			}
		}
	}

	private void add(String path, Entry entry, int depth) {
		if (entry.name().equals(".") || entry.name().equals("..")) {
			return;
		}
		if (!entry.directory()) {
			items.add(file(path, entry.size()));
		} else if (depth >= MAX_DEPTH) {
			items.add(new DumpReport.Item(FileMeaning.printable(path), true, 0, "too deep to be shown", false));
		} else {
			items.add(new DumpReport.Item(FileMeaning.printable(path), true, 0, "", true));
			directory(path, depth + 1);
		}
	}

	private DumpReport.Item file(String path, long size) {
		String shown = FileMeaning.printable(path);
		try {
			byte[] content = volume.readFile(path);
			if (path.equals(FileMeaning.IMAGE_STATE)) {
				imageState = Optional.of(ImageState.decode(content));
			}
			return new DumpReport.Item(shown, false, size, FileMeaning.of(path, content), true);
		} catch (FormatException | LfsException e) {
			return new DumpReport.Item(shown, false, size, reason(e), false);
		}
	}

	private static String reason(IOException e) {
		return FileMeaning.printable(String.valueOf(e.getMessage()));
	}
}
