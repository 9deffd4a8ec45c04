/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.bankswap.testing.NoErrorLogged;

/** The power is cut at every erase and every program of a run. The volume mounts, and shows the state before or after one step. */
@ExtendWith(NoErrorLogged.class)
class PowerLossTest {

	/** A step of a run; everything that it changes gets valid at once. */
	@FunctionalInterface
	private interface Step {
		void run(LittleFs volume, LfsFile[] open) throws LfsException;
	}

	/** The states in front of each step and behind the last one, the operations that were done by then, and all operations. */
	private record Recording(List<SortedMap<String, String>> states, List<Integer> done, List<TestDevice.Operation> log) {

		/** Tells how many steps are over when that many operations are. */
		int stepsDone(int operations) {
			int steps = 0;
			while (steps + 1 < done.size() && done.get(steps + 1) <= operations) {
				steps++;
			}
			return steps;
		}
	}

	/** Receives what a power cut leaves. */
	@FunctionalInterface
	private interface Check {
		void run(RamBlockDevice memory, int operationsDone) throws LfsException;
	}

	@ParameterizedTest
	@CsvSource({ "V2_0, 4096, 256, 1", "V2_0, 4096, 256, 500", "V2_1, 4096, 256, 2", "V2_1, 512, 16, 3", "V2_0, 512, 64, 1", "V2_1, 4096, 4096, 1" })
	void oneCutAtEveryOperation(DiskVersion version, int blockSize, int programSize, int cycles) throws Exception {
		Geometry geometry = new Geometry(1, programSize, blockSize, 128, blockSize, 64, cycles);
		byte[] base = base(geometry, version);
		List<Step> steps = mixedSteps(blockSize);
		Recording recording = record(base, geometry, version, steps);
		cutEverywhere(base, geometry, recording, (memory, done) -> assertOldOrNew(memory, geometry, version, recording, done));
		assertTrue(recording.log.size() > 60, "only " + recording.log.size() + " operations");
	}

	/** The second cut hits the repair of what the first one has left, at every operation of it and of the step that follows. */
	@ParameterizedTest
	@EnumSource(DiskVersion.class)
	void twoCutsAtAllPairsOfOperations(DiskVersion version) throws Exception {
		Geometry geometry = new Geometry(1, 256, 4096, 64, 4096, 64, 1);
		byte[] base = base(geometry, version);
		List<Step> steps = movesOfDirectories();
		List<Step> after = List.of((volume, open) -> volume.mkdir("/z"), (volume, open) -> volume.rename("/z", "/d/z"),
				(volume, open) -> volume.remove("/d/z"));
		Recording recording = record(base, geometry, version, steps);
		int[] pairs = { 0 };
		cutEverywhere(base, geometry, recording, (once, first) -> {
			byte[] left = once.image();
			Recording repair = record(left, geometry, version, after);
			cutEverywhere(left, geometry, repair, (twice, second) -> {
				assertOldOrNew(twice, geometry, version, repair, second);
				pairs[0]++;
			});
		});
		assertTrue(pairs[0] > 400, "only " + pairs[0] + " pairs of cuts");
	}

	/** Cuts in front of each operation, which is behind the one before, and in the middle of it. */
	private static void cutEverywhere(byte[] base, Geometry geometry, Recording recording, Check check) throws LfsException {
		RamBlockDevice memory = new RamBlockDevice(geometry, base);
		for (int done = 0; done < recording.log.size(); done++) {
			TestDevice.Operation next = recording.log.get(done);
			check.run(new RamBlockDevice(geometry, memory.image()), done);
			RamBlockDevice half = new RamBlockDevice(geometry, memory.image());
			next.runHalf(half);
			check.run(half, done);
			next.run(memory);
		}
	}

	private static byte[] base(Geometry geometry, DiskVersion version) throws LfsException {
		RamBlockDevice memory = new RamBlockDevice(geometry);
		LittleFs.format(memory, geometry, version);
		try (LittleFs volume = LittleFs.mount(memory, geometry, version)) {
			volume.mkdir("/d");
			volume.mkdir("/d/sub");
			volume.mkdir("/e");
			volume.writeFile("/d/large", content(3, 5000));
			volume.writeFile("/d/small", content(4, 60));
			volume.setAttribute("/d/small", 1, content(5, 9));
			for (int i = 0; i < 30; i++) {
				volume.writeFile("/e/file" + i, content(i, geometry.blockSize() / 14));
			}
		}
		return memory.image();
	}

	private static List<Step> mixedSteps(int blockSize) {
		List<Step> steps = new ArrayList<>(movesOfDirectories());
		steps.add((volume, open) -> volume.writeFile("/d/small", content(6, 30)));
		steps.add((volume, open) -> volume.writeFile("/d/large", content(7, 3 * blockSize)));
		steps.add((volume, open) -> open[0] = volume.open("/d/large", OpenMode.RDWR, OpenMode.CREAT));
		steps.add((volume, open) -> {
			open[0].seek(blockSize + 100);
			open[0].write(content(8, 40), 0, 40);
		});
		steps.add((volume, open) -> open[0].sync());
		steps.add((volume, open) -> volume.rename("/d/large", "/d/renamed"));
		steps.add((volume, open) -> open[0].truncate(blockSize + 7));
		steps.add((volume, open) -> open[0].close());
		steps.add((volume, open) -> open[0] = volume.open("/log", OpenMode.WRONLY, OpenMode.CREAT, OpenMode.APPEND));
		for (int i = 0; i < 3; i++) {
			int size = 20 + i * blockSize / 10;
			steps.add((volume, open) -> open[0].write(content(9, size), 0, size));
			steps.add((volume, open) -> open[0].sync());
		}
		steps.add((volume, open) -> open[0].close());
		steps.add((volume, open) -> volume.setAttribute("/", 0, content(10, 12)));
		steps.add((volume, open) -> volume.setAttribute("/log", 2, content(11, 30)));
		steps.add((volume, open) -> volume.removeAttribute("/moved", 1));
		steps.add((volume, open) -> volume.remove("/log"));
		steps.add((volume, open) -> volume.gc());
		for (int i = 0; i < 8; i++) {
			int number = i;
			steps.add((volume, open) -> volume.writeFile("/moved", content(number, 25)));
			steps.add((volume, open) -> volume.rename("/e/file" + (20 + number), "/e/x" + number));
		}
		return steps;
	}

	private static List<Step> movesOfDirectories() {
		return List.of((volume, open) -> volume.mkdir("/new"), (volume, open) -> volume.rename("/d/small", "/moved"),
				(volume, open) -> volume.rename("/new", "/d/sub"), (volume, open) -> volume.rename("/d/sub", "/e/sub"),
				(volume, open) -> volume.rename("/e/file7", "/e/file8"), (volume, open) -> volume.rename("/e/file9", "/d/file9"),
				(volume, open) -> volume.remove("/e/sub"));
	}

	private static Recording record(byte[] base, Geometry geometry, DiskVersion version, List<Step> steps) throws LfsException {
		TestDevice device = new TestDevice(geometry, new RamBlockDevice(geometry, base));
		LittleFs volume = LittleFs.mount(device, geometry, version);
		Recording recording = new Recording(new ArrayList<>(), new ArrayList<>(), device.log);
		recording.states.add(VolumeState.of(device, geometry));
		recording.done.add(0);
		LfsFile[] open = new LfsFile[1];
		for (Step step : steps) {
			step.run(volume, open);
			recording.states.add(VolumeState.of(device, geometry));
			recording.done.add(device.log.size());
		}
		return recording;
	}

	private static void assertOldOrNew(RamBlockDevice memory, Geometry geometry, DiskVersion version, Recording recording, int done)
			throws LfsException {
		SortedMap<String, String> found = VolumeState.of(memory, geometry);
		int steps = recording.stepsDone(done);
		if (!found.equals(recording.states.get(steps))) {
			assertEquals(recording.states.get(steps + 1), found, "cut at operation " + done + " in step " + steps);
		}
		try (LittleFs volume = LittleFs.mount(memory, geometry, version)) {
			volume.writeFile("/repaired", new byte[1]);
			volume.remove("/repaired");
			assertEquals(found, VolumeState.of(memory, geometry), "the repair shows in no path");
		}
		VolumeCheck.assertConsistent(memory, geometry);
	}

	private static byte[] content(int seed, int size) {
		byte[] content = new byte[size];
		new Random(seed).nextBytes(content);
		return content;
	}
}
