/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.bankswap.testing.NoErrorLogged;

/** What is shown of a damaged dump, and what is said about the rest. */
@ExtendWith(NoErrorLogged.class)
class SalvageTest {

	private static final Geometry GEOMETRY = new Geometry(1, 256, 4096, 64, 4096, 256, 500);

	private byte[] image = new byte[0];

	@BeforeEach
	void write() throws Exception {
		RamBlockDevice device = new RamBlockDevice(GEOMETRY);
		LittleFs.format(device, GEOMETRY);
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			volume.mkdir("/a");
			volume.mkdir("/a/b");
			volume.mkdir("/c");
			volume.writeFile("/a/b/deep", content(100));
			volume.writeFile("/a/large", content(20_000));
			volume.writeFile("/c/small", content(50));
			volume.writeFile("/top", content(10));
		}
		image = device.image();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tree-v2.0", "device-v2.1", "rename-v2.0-powerloss-333", "rename-v2.1-powerloss-1500", "ctz-v2.0" })
	void anIntactVolumeIsShownAsItIs(String name) throws Exception {
		RamBlockDevice device = new RamBlockDevice(Geometry.FIRMWARE, Fixtures.image(name));
		SalvageReport report = Salvage.read(device, Geometry.FIRMWARE);
		assertTrue(report.isIntact(), report.problems().toString());
		try (LittleFs volume = LittleFs.mountReadOnly(device, Geometry.FIRMWARE)) {
			assertEquals(Fixtures.listing(name).size() - 1, report.entries().size());
			for (SalvagedEntry entry : report.entries()) {
				assertEquals(entry.directory(), volume.stat(entry.path()).directory());
				if (!entry.directory()) {
					assertArrayEquals(volume.readFile(entry.path()), entry.content());
				}
			}
		}
		assertArrayEquals(Fixtures.image(name), device.image(), "nothing is written");
	}

	@Test
	void aDamagedDirectoryHidesNoOther() throws Exception {
		damagePair("/a/b");
		SalvageReport report = salvage();
		assertFalse(report.isIntact());
		assertEquals(List.of("/a", "/a/b", "/a/large", "/c", "/c/small", "/top"), paths(report));
		assertFalse(entry(report, "/a").isWhole(), "something in it is missing");
		assertTrue(entry(report, "/c").isWhole());
		assertArrayEquals(content(20_000), entry(report, "/a/large").content());
		assertTrue(report.problems().stream().anyMatch(text -> text.startsWith("/a/b: neither block")), report.problems().toString());
	}

	@Test
	void filesOfALostDirectoryAreFoundByTheirBlocks() throws Exception {
		damagePair("/a");
		SalvageReport report = salvage();
		SalvagedEntry found = report.entries().stream().filter(entry -> entry.path().endsWith("/deep")).findFirst().orElseThrow();
		assertTrue(found.path().startsWith(Salvage.LOST + "/block-"), found.path());
		assertArrayEquals(content(100), found.content());
		assertArrayEquals(content(50), entry(report, "/c/small").content());
	}

	@Test
	void theDirectoriesOfALostRootAreFoundByTheirBlocks() throws Exception {
		Arrays.fill(image, 0, 2 * 4096, (byte) 0);
		SalvageReport report = salvage();
		assertTrue(report.problems().contains("The root directory was not found."));
		String paths = String.join(" ", paths(report));
		assertTrue(paths.contains("/deep") && paths.contains("/large") && paths.contains("/small"), paths);
	}

	@Test
	void theEndOfAFileIsShownIfItsStartIsLost() throws Exception {
		RamBlockDevice device = new RamBlockDevice(GEOMETRY, image);
		Volume volume = new Volume(device, GEOMETRY, DiskVersion.V2_0);
		volume.load();
		int[] blocks = volume.files.blocks(new PathWalk(volume).existingFile("/a/large").ctz());
		LittleEndian.put(image, blocks[3] * 4096, 9999);
		SalvagedEntry large = entry(salvage(), "/a/large");
		assertEquals(20_000, large.size());
		long lost = volume.files.startOf(3);
		assertEquals(lost, large.missing());
		assertArrayEquals(Arrays.copyOfRange(content(20_000), (int) lost, 20_000), large.content());
		assertTrue(large.problem().startsWith("Block 3 of 5 cannot be found"), large.problem());
	}

	@Test
	void aDumpOfAnotherGeometryIsRefused() {
		RamBlockDevice device = new RamBlockDevice(GEOMETRY, image);
		assertThrows(LfsException.class, () -> Salvage.read(device, Geometry.FIRMWARE));
	}

	@Test
	void anErasedDeviceShowsNothing() throws Exception {
		SalvageReport report = Salvage.read(new RamBlockDevice(GEOMETRY), GEOMETRY);
		assertEquals(List.of(), report.entries());
		assertFalse(report.isIntact());
	}

	private SalvageReport salvage() throws LfsException {
		return Salvage.read(new RamBlockDevice(GEOMETRY, image), GEOMETRY);
	}

	private void damagePair(String path) throws LfsException {
		Volume volume = new Volume(new RamBlockDevice(GEOMETRY, image), GEOMETRY, DiskVersion.V2_0);
		volume.load();
		BlockPair pair = new PathWalk(volume).directory(path);
		Arrays.fill(image, pair.first() * 4096, pair.first() * 4096 + 4096, (byte) 0);
		Arrays.fill(image, pair.second() * 4096, pair.second() * 4096 + 4096, (byte) 0);
	}

	private static List<String> paths(SalvageReport report) {
		return report.entries().stream().map(SalvagedEntry::path).collect(Collectors.toList());
	}

	private static SalvagedEntry entry(SalvageReport report, String path) {
		return report.entries().stream().filter(entry -> entry.path().equals(path)).findFirst().orElseThrow();
	}

	private static byte[] content(int size) {
		byte[] content = new byte[size];
		new Random(size).nextBytes(content);
		return content;
	}
}
