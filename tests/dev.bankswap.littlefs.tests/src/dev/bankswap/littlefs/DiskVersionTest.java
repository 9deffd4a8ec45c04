/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SortedMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.bankswap.testing.NoErrorLogged;

/** Disk version 2.1, the upgrade to it, and the growth of volumes. */
@ExtendWith(NoErrorLogged.class)
class DiskVersionTest {

	private static final Geometry GEOMETRY = Geometry.FIRMWARE;

	@Test
	void aFormattedVolumeIsTheReferencesByteForByte() throws Exception {
		RamBlockDevice device = new RamBlockDevice(GEOMETRY);
		LittleFs.format(device, GEOMETRY, DiskVersion.V2_1);
		assertArrayEquals(Fixtures.image("empty-v2.1"), device.image());
	}

	@Test
	void anOlderVolumeIsUpgradedByTheFirstWrite() throws Exception {
		RamBlockDevice device = new RamBlockDevice(GEOMETRY, Fixtures.image("device-v2.0"));
		SortedMap<String, String> before = VolumeState.of(device, GEOMETRY);
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY, DiskVersion.V2_1)) {
			assertEquals(DiskVersion.V2_0.number(), volume.diskVersion());
			assertArrayEquals(Fixtures.image("device-v2.0"), device.image(), "mounting writes nothing");
			volume.mkdir("/new");
			assertEquals(DiskVersion.V2_1.number(), volume.diskVersion());
			volume.remove("/new");
		}
		assertEquals(before, VolumeState.of(device, GEOMETRY));
		LfsException e = assertThrows(LfsException.class, () -> LittleFs.mount(device, GEOMETRY));
		assertEquals(LfsError.INVAL, e.error());
		VolumeCheck.assertConsistent(device, GEOMETRY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tree-v2.1", "rename-v2.1-powerloss-333", "rename-v2.1-powerloss-1500", "device-v2.1-powerloss-17" })
	void volumesOfTheReferenceCanBeWrittenOn(String name) throws Exception {
		RamBlockDevice device = new RamBlockDevice(GEOMETRY, Fixtures.image(name));
		SortedMap<String, String> before = VolumeState.of(device, GEOMETRY);
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY, DiskVersion.V2_1)) {
			for (int i = 0; i < 30; i++) {
				volume.writeFile("/new", new byte[i * 40]);
			}
			volume.rename("/new", "/newer");
			volume.remove("/newer");
		}
		assertEquals(before, VolumeState.of(device, GEOMETRY));
		VolumeCheck.assertConsistent(device, GEOMETRY);
	}

	@ParameterizedTest
	@CsvSource({ "V2_0, 500, 64, 100", "V2_1, 500, 64, 100", "V2_0, 1, 32, 1014", "V2_1, 1, 32, 1014" })
	void aVolumeGetsTheRestOfItsDevice(DiskVersion version, int cycles, int before, int after) throws Exception {
		Geometry small = new Geometry(1, 256, 4096, before, 4096, 256, cycles);
		Geometry large = small.withBlockCount(after);
		RamBlockDevice device = grownDevice(small, large, version);
		LfsException e = assertThrows(LfsException.class, () -> LittleFs.mount(device, large, version));
		assertEquals(LfsError.INVAL, e.error());
		Growth.grow(device, large);
		byte[] grown = device.image();
		Growth.grow(device, large);
		assertArrayEquals(grown, device.image(), "growing again changes nothing");
		try (LittleFs volume = LittleFs.mount(device, large, version)) {
			assertEquals(version.number(), volume.diskVersion());
			assertArrayEquals(new byte[9000], volume.readFile("/d/f"));
			int used = volume.usedBlocks();
			volume.writeFile("/large", new byte[(after - before) * 4000]);
			assertTrue(volume.usedBlocks() > used + (after - before) * 9 / 10);
		}
		VolumeCheck.assertConsistent(device, large);
		assertThrows(LfsException.class, () -> Growth.grow(new RamBlockDevice(small, cut(device.image(), before)), small));
	}

	@Test
	void aPowerCutWhileGrowingLeavesTheOldOrTheNewSize() throws Exception {
		Geometry small = new Geometry(1, 256, 4096, 32, 4096, 256, 1);
		Geometry large = small.withBlockCount(48);
		byte[] image = grownDevice(small, large, DiskVersion.V2_1).image();
		int grown = 0;
		for (int cut = 0; cut < 6; cut++) {
			RamBlockDevice memory = new RamBlockDevice(large, image);
			TestDevice device = new TestDevice(large, memory);
			device.cutPowerAfter(cut);
			try {
				Growth.grow(device, large);
				grown++;
			} catch (TestDevice.PowerCut e) {
				Growth.grow(memory, large);
			}
			try (LittleFs volume = LittleFs.mount(memory, large, DiskVersion.V2_1)) {
				assertArrayEquals(new byte[9000], volume.readFile("/d/f"));
			}
		}
		assertTrue(grown > 0 && grown < 6, grown + " of 6 were not cut");
	}

	private static RamBlockDevice grownDevice(Geometry small, Geometry large, DiskVersion version) throws LfsException {
		RamBlockDevice device = new RamBlockDevice(small);
		LittleFs.format(device, small, version);
		try (LittleFs volume = LittleFs.mount(device, small, version)) {
			volume.mkdir("/d");
			volume.writeFile("/d/f", new byte[9000]);
			for (int i = 0; i < 60; i++) {
				volume.writeFile("/often", new byte[i]);
			}
		}
		RamBlockDevice larger = new RamBlockDevice(large);
		for (int block = 0; block < small.blockCount(); block++) {
			byte[] content = new byte[small.blockSize()];
			device.read(block, 0, content, 0, content.length);
			larger.program(block, 0, content, 0, content.length);
		}
		return larger;
	}

	private static byte[] cut(byte[] image, int blocks) {
		return Arrays.copyOf(image, blocks * 4096);
	}
}
