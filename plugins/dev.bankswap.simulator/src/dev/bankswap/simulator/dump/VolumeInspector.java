/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.dump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.bankswap.formats.FormatException;
import dev.bankswap.formats.ImageState;
import dev.bankswap.littlefs.Geometry;
import dev.bankswap.littlefs.LfsException;
import dev.bankswap.littlefs.LittleFs;
import dev.bankswap.littlefs.RamBlockDevice;
import dev.bankswap.littlefs.Salvage;
import dev.bankswap.littlefs.SalvageReport;
import dev.bankswap.littlefs.SalvagedEntry;

/** Reads the file system of a dump as far as it can be read. */
final class VolumeInspector {

	private static final int UNKNOWN = -1;

	private final List<DumpReport.Item> items = new ArrayList<>();
	private final List<String> problems = new ArrayList<>();
	private Optional<ImageState> imageState = Optional.empty();
	private boolean mounts;
	private int diskVersion;
	private int usedBlocks = UNKNOWN;

	private VolumeInspector() {
		// see inspect
	}

	static DumpReport.Volume inspect(NorDump dump) {
		VolumeInspector inspector = new VolumeInspector();
		RamBlockDevice device = new RamBlockDevice(Geometry.FIRMWARE, dump.volume());
		inspector.mount(device);
		inspector.read(device);
		inspector.items.sort(Comparator.comparing(DumpReport.Item::path));
		return new DumpReport.Volume(inspector.mounts, inspector.diskVersion, inspector.usedBlocks,
				List.copyOf(inspector.items), inspector.imageState, List.copyOf(inspector.problems));
	}

	private void mount(RamBlockDevice device) {
		try (LittleFs volume = LittleFs.mountReadOnly(device, Geometry.FIRMWARE)) {
			mounts = true;
			diskVersion = volume.diskVersion();
			usedBlocks = volume.usedBlocks();
		} catch (LfsException e) {
			// what is damaged, and how, the salvage tells better
			usedBlocks = UNKNOWN;
		}
	}

	private void read(RamBlockDevice device) {
		try {
			SalvageReport report = Salvage.read(device, Geometry.FIRMWARE);
			report.problems().forEach(problem -> problems.add(FileMeaning.printable(problem)));
			report.entries().forEach(entry -> items.add(item(entry)));
		} catch (LfsException e) {
			problems.add(FileMeaning.printable(String.valueOf(e.getMessage())));
		}
	}

	private DumpReport.Item item(SalvagedEntry entry) {
		String path = FileMeaning.printable(entry.path());
		if (!entry.isWhole() || entry.directory()) {
			return new DumpReport.Item(path, entry.directory(), entry.size(), FileMeaning.printable(entry.problem()), entry.isWhole());
		}
		try {
			if (entry.path().equals(FileMeaning.IMAGE_STATE)) {
				imageState = Optional.of(ImageState.decode(entry.content()));
			}
			return new DumpReport.Item(path, false, entry.size(), FileMeaning.of(entry.path(), entry.content()), true);
		} catch (FormatException e) {
			return new DumpReport.Item(path, false, entry.size(), FileMeaning.printable(String.valueOf(e.getMessage())), false);
		}
	}
}
