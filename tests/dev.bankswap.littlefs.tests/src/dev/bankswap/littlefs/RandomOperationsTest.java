/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.bankswap.testing.NoErrorLogged;

/** Long random histories; what is read back is compared with a model, also after remounts, lost power and with bad blocks. */
@ExtendWith(NoErrorLogged.class)
class RandomOperationsTest {

	@ParameterizedTest
	@CsvSource({ "1, 500, 256", "2, 1, 256", "3, 2, 4", "4, 5, 8", "5, -1, 256" })
	void volumeHoldsWhatWasWritten(long seed, int blockCycles, int lookahead) throws Exception {
		Geometry geometry = new Geometry(1, 256, 4096, 1014, 4096, lookahead, blockCycles);
		TestDevice device = new TestDevice(geometry);
		RandomOperations operations = new RandomOperations(seed);
		LittleFs.format(device, geometry);
		for (int round = 0; round < 8; round++) {
			try (LittleFs volume = LittleFs.mount(device, geometry)) {
				for (int i = 0; i < 100; i++) {
					operations.step(volume);
				}
				operations.assertSame(volume);
			}
		}
		try (LittleFs volume = LittleFs.mountReadOnly(device, geometry)) {
			operations.assertSame(volume);
		}
		VolumeCheck.assertConsistent(device, geometry);
		assertTrue(operations.model.size() > 50, "a history worth its name");
	}

	/** Where a commit fills a block, pairs move all the time, and a pair can have to move while another one does. */
	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 2", "4, 2" })
	void treesStayConsistentWhenEachCommitCompacts(long seed, int blockCycles) throws Exception {
		Geometry geometry = new Geometry(1, 4096, 4096, 400, 4096, 256, blockCycles);
		RamBlockDevice device = new RamBlockDevice(geometry);
		LittleFs.format(device, geometry);
		RandomOperations operations = new RandomOperations(seed);
		try (LittleFs volume = LittleFs.mount(device, geometry)) {
			for (int i = 0; i < 350; i++) {
				operations.step(volume);
				VolumeCheck.assertConsistent(device, geometry);
			}
			operations.assertSame(volume);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 16, 17, 24, 40 })
	void aFullVolumeKeepsWhatItHas(int blocks) throws Exception {
		Geometry geometry = new Geometry(1, 256, 4096, blocks, 4096, 256, 3);
		TestDevice device = new TestDevice(geometry);
		RandomOperations operations = new RandomOperations(blocks);
		LittleFs.format(device, geometry);
		int full = 0;
		for (int round = 0; round < 6; round++) {
			try (LittleFs volume = LittleFs.mount(device, geometry)) {
				for (int i = 0; i < 80; i++) {
					full += stepUnlessFull(operations, volume);
				}
				operations.assertSame(volume);
			}
		}
		assertTrue(full > 10, "the volume was to become full");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void powerLossLeavesTheOldOrTheNewState(int cycles) throws Exception {
		Geometry geometry = new Geometry(1, 256, 4096, 128, 4096, 256, cycles);
		RamBlockDevice memory = new RamBlockDevice(geometry);
		LittleFs.format(memory, geometry);
		RandomOperations operations = new RandomOperations(cycles);
		int cuts = 0;
		for (int round = 0; round < 250; round++) {
			TestDevice device = new TestDevice(geometry, memory);
			LittleFs volume = LittleFs.mount(device, geometry);
			device.cutPowerAfter(round % 23);
			cuts += runUntilPowerIsCut(operations, volume) ? 1 : 0;
			LittleFs after = LittleFs.mountReadOnly(memory, geometry);
			operations.settleLast(after);
			operations.assertSame(after);
			assertRepairedByTheNextOperation(memory, geometry);
		}
		assertTrue(cuts > 200, "the power was cut only " + cuts + " times");
	}

	/** A directory of several pairs is changed in more than one commit; each power cut in between has to be repaired. */
	@Test
	void powerLossWhileDirectoriesComeAndGoInASplitDirectory() throws Exception {
		Geometry geometry = new Geometry(1, 256, 4096, 128, 4096, 256, 500);
		RamBlockDevice split = new RamBlockDevice(geometry);
		LittleFs.format(split, geometry);
		try (LittleFs volume = LittleFs.mount(split, geometry)) {
			for (int i = 0; i < 60; i++) {
				volume.writeFile("/file" + i, new byte[200]);
			}
			volume.mkdir("/other");
		}
		int cuts = 0;
		for (int cut = 0; cut < 12; cut++) {
			RamBlockDevice memory = new RamBlockDevice(geometry, split.image());
			TestDevice device = new TestDevice(geometry, memory);
			LittleFs volume = LittleFs.mount(device, geometry);
			device.cutPowerAfter(cut);
			boolean cutOff = interrupted(() -> {
				volume.mkdir("/a");
				volume.remove("/a");
			});
			LittleFs after = LittleFs.mountReadOnly(memory, geometry);
			assertEquals(61 + (after.exists("/a") ? 1 : 0), after.list("/").size());
			cuts += cutOff ? 1 : 0;
			assertTrue(cutOff || !after.exists("/a"));
			assertRepairedByTheNextOperation(memory, geometry);
		}
		assertTrue(cuts > 4 && cuts < 12, "cut at each operation, and not at all: " + cuts);
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 20 })
	void updatesOfOneFileWearAllBlocksAlike(int blockCycles) throws Exception {
		Geometry geometry = new Geometry(1, 256, 4096, 32, 4096, 2, blockCycles);
		TestDevice device = updated(geometry);
		int[] sorted = Arrays.stream(device.erasesOf).skip(2).sorted().toArray();
		assertTrue(sorted[0] > 0, "each block takes its part");
		assertTrue(sorted[sorted.length - 1] <= 4 * device.erases / geometry.blockCount(), Arrays.toString(sorted));
	}

	@Test
	void withoutBlockCyclesAPairStaysWhereItIs() throws Exception {
		TestDevice device = updated(new Geometry(1, 256, 4096, 32, 4096, 2, -1));
		assertEquals(4, Arrays.stream(device.erasesOf).filter(count -> count > 0).count());
	}

	private static TestDevice updated(Geometry geometry) throws LfsException {
		TestDevice device = new TestDevice(geometry);
		LittleFs.format(device, geometry);
		try (LittleFs volume = LittleFs.mount(device, geometry)) {
			volume.mkdir("/d");
			for (int i = 0; i < 6000; i++) {
				volume.writeFile("/d/f", new byte[300 + i % 2]);
			}
		}
		return device;
	}

	@Test
	void badBlocksAreAvoided() throws Exception {
		Geometry geometry = new Geometry(1, 256, 4096, 256, 4096, 256, 5);
		TestDevice device = new TestDevice(geometry);
		LittleFs.format(device, geometry);
		RandomOperations operations = new RandomOperations(77);
		for (int round = 0; round < 8; round++) {
			try (LittleFs volume = LittleFs.mount(device, geometry)) {
				for (int i = 0; i < 40; i++) {
					operations.step(volume);
				}
				operations.assertSame(volume);
			}
			// these go bad for good from now on, but keep what they hold
			device.badBlocks.add(3 + round * 7);
			device.badBlocks.add(100 + round);
		}
	}

	@Test
	void allBlocksAreFreeAgainWhenAllFilesAreGone() throws Exception {
		Geometry geometry = Geometry.FIRMWARE;
		RamBlockDevice device = new RamBlockDevice(geometry);
		LittleFs.format(device, geometry);
		try (LittleFs volume = LittleFs.mount(device, geometry)) {
			volume.mkdir("/d");
			for (int i = 0; i < 300; i++) {
				volume.writeFile("/d/file" + i, new byte[i * 10]);
			}
			assertTrue(volume.usedBlocks() > 250);
			for (int i = 0; i < 300; i++) {
				volume.remove("/d/file" + i);
			}
			volume.remove("/d");
			assertEquals(2, volume.usedBlocks());
		}
		VolumeCheck.assertConsistent(device, geometry);
	}

	@Test
	void aDroppedPairHandsOnItsShareOfTheGlobalState() throws Exception {
		RamBlockDevice device = new RamBlockDevice(Geometry.FIRMWARE);
		LittleFs.format(device, Geometry.FIRMWARE);
		try (LittleFs volume = LittleFs.mount(device, Geometry.FIRMWARE)) {
			volume.mkdir("/file500");
			for (int i = 100; i < 900; i += 5) {
				volume.writeFile("/file" + i + "x", new byte[200]);
			}
			// leaves a share with the pair of the entry and one with the last pair of the directory
			volume.remove("/file500");
			VolumeCheck.assertConsistent(device, Geometry.FIRMWARE);
			for (int i = 300; i < 700; i += 5) {
				volume.remove("/file" + i + "x");
			}
		}
		VolumeCheck.assertConsistent(device, Geometry.FIRMWARE);
	}

	private static void assertRepairedByTheNextOperation(RamBlockDevice memory, Geometry geometry) throws LfsException {
		RamBlockDevice copy = new RamBlockDevice(geometry, memory.image());
		try (LittleFs volume = LittleFs.mount(copy, geometry)) {
			volume.writeFile("/new", new byte[1]);
			volume.remove("/new");
		} catch (LfsException e) {
			assertEquals(LfsError.NOSPC, e.error());
			return;
		}
		VolumeCheck.assertConsistent(copy, geometry);
	}

	private static int stepUnlessFull(RandomOperations operations, LittleFs volume) throws LfsException {
		try {
			operations.step(volume);
			return 0;
		} catch (LfsException e) {
			assertEquals(LfsError.NOSPC, e.error());
			return 1;
		}
	}

	private static boolean interrupted(VolumeWriter.Operation operation) throws LfsException {
		try {
			operation.run();
			return false;
		} catch (TestDevice.PowerCut e) {
			return true;
		}
	}

	private static boolean runUntilPowerIsCut(RandomOperations operations, LittleFs volume) throws LfsException {
		try {
			for (int i = 0; i < 12; i++) {
				stepUnlessFull(operations, volume);
			}
			return false;
		} catch (TestDevice.PowerCut e) {
			return true;
		}
	}
}
