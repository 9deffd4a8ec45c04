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

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class LittleFsTest {

	private static final Geometry GEOMETRY = Geometry.FIRMWARE;

	private TestDevice device = new TestDevice(GEOMETRY);

	@BeforeEach
	void format() throws Exception {
		device = new TestDevice(GEOMETRY);
		LittleFs.format(device, GEOMETRY);
	}

	@Test
	void aFirstBootNeedsTheOperationsOfTheReference() throws Exception {
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			volume.mkdir("/cfg");
			volume.mkdir("/ota");
			assertEquals(6, volume.usedBlocks());
		}
		assertEquals(4, device.erases);
		assertEquals(6, device.pagePrograms);
	}

	@Test
	void aFormattedVolumeIsTheReferencesByteForByte() throws Exception {
		assertArrayEquals(Fixtures.image("empty-v2.0"), device.image());
	}

	@Test
	void aBlankDeviceHoldsNoVolume() {
		RamBlockDevice blank = new RamBlockDevice(GEOMETRY);
		assertFails(LfsError.CORRUPT, () -> LittleFs.mount(blank, GEOMETRY));
	}

	@Test
	void formattingHidesAnOlderVolume() throws Exception {
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			for (int i = 0; i < 200; i++) {
				volume.writeFile("/old" + i, new byte[100]);
			}
		}
		LittleFs.format(device, GEOMETRY);
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			assertEquals(List.of(), volume.list("/"));
			assertEquals(2, volume.usedBlocks());
		}
	}

	@Test
	void filesOfAllBoundarySizesAreReadBack() throws Exception {
		List<Integer> sizes = boundarySizes();
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			for (int size : sizes) {
				volume.writeFile("/f" + size, content(size));
			}
		}
		try (LittleFs volume = LittleFs.mountReadOnly(device, GEOMETRY)) {
			for (int size : sizes) {
				assertArrayEquals(content(size), volume.readFile("/f" + size), "size " + size);
				assertEquals(new Entry("f" + size, false, size), volume.stat("/f" + size));
			}
			assertEquals(sizes.size(), volume.list("/").size());
		}
	}

	@Test
	void filesUpToAnEighthOfABlockNeedNoBlock() throws Exception {
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			volume.writeFile("/inline", content(512));
			assertEquals(2, volume.usedBlocks());
			volume.writeFile("/list", content(513));
			assertEquals(3, volume.usedBlocks());
			volume.writeFile("/list", content(3));
			assertEquals(2, volume.usedBlocks());
		}
	}

	@Test
	void theTreeOfAProvisionedBoard() throws Exception {
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			volume.mkdir("/cfg");
			volume.mkdir("/ota");
			for (int i = 0; i < 100; i++) {
				volume.writeFile("/cfg/thing_name", content(20 + i));
				volume.writeFile("/ota/image_state", content(8));
				volume.writeFile("/corePKCS11_Certificate.dat", content(800 + i));
			}
			volume.remove("/ota/image_state");
			volume.remove("/ota");
		}
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			assertArrayEquals(content(119), volume.readFile("/cfg/thing_name"));
			assertArrayEquals(content(899), volume.readFile("/corePKCS11_Certificate.dat"));
			assertEquals(List.of("cfg", "corePKCS11_Certificate.dat"), volume.list("/").stream().map(Entry::name).toList());
			assertEquals(5, volume.usedBlocks());
		}
	}

	@Test
	void pathsMayBeWrittenInDifferentWays() throws Exception {
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			volume.mkdir("a");
			volume.mkdir("/a/b/");
			volume.writeFile("//a/./b/../file", content(3));
			assertTrue(volume.exists("/a/file"));
			assertTrue(volume.exists("/"));
			assertEquals(new Entry("/", true, 0), volume.stat("/a/.."));
			assertEquals(new Entry("b", true, 0), volume.stat("/a/b"));
		}
	}

	@Test
	void wrongRequestsGetTheErrorsOfTheReference() throws Exception {
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			volume.mkdir("/d");
			volume.writeFile("/d/f", content(1));
			assertFails(LfsError.EXIST, () -> volume.mkdir("/d"));
			assertFails(LfsError.EXIST, () -> volume.mkdir("/d/f"));
			assertFails(LfsError.EXIST, () -> volume.mkdir("/"));
			assertFails(LfsError.NOTEMPTY, () -> volume.remove("/d"));
			assertFails(LfsError.INVAL, () -> volume.remove("/"));
			assertFails(LfsError.NOENT, () -> volume.remove("/x"));
			assertFails(LfsError.NOENT, () -> volume.readFile("/d/x"));
			assertFails(LfsError.NOENT, () -> volume.writeFile("/x/f", content(1)));
			assertFails(LfsError.NOTDIR, () -> volume.writeFile("/d/f/g", content(1)));
			assertFails(LfsError.NOTDIR, () -> volume.list("/d/f"));
			assertFails(LfsError.ISDIR, () -> volume.readFile("/d"));
			assertFails(LfsError.ISDIR, () -> volume.readFile("/"));
			assertFails(LfsError.ISDIR, () -> volume.writeFile("/d", content(1)));
			assertFails(LfsError.ISDIR, () -> volume.writeFile("/", content(1)));
			assertFails(LfsError.NAMETOOLONG, () -> volume.mkdir("/" + "x".repeat(256)));
			assertFails(LfsError.NAMETOOLONG, () -> volume.writeFile("/" + "ü".repeat(128), content(1)));
			assertFalse(volume.exists("/d/f/g"));
			volume.writeFile("/" + "x".repeat(255), content(1));
			assertArrayEquals(content(1), volume.readFile("/" + "x".repeat(255)));
		}
	}

	@Test
	void exceptionsNameThePath() throws Exception {
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			LfsException e = assertThrows(LfsException.class, () -> volume.readFile("/cfg/mqtt_port"));
			assertEquals("/cfg/mqtt_port", e.path());
			assertTrue(e.getMessage().startsWith("/cfg/mqtt_port: "), e.getMessage());
		}
	}

	@Test
	void aReadOnlyOrClosedVolumeRefuses() throws Exception {
		LittleFs readOnly = LittleFs.mountReadOnly(device, GEOMETRY);
		assertFails(LfsError.BADF, () -> readOnly.writeFile("/f", content(1)));
		assertFails(LfsError.BADF, () -> readOnly.mkdir("/d"));
		assertFails(LfsError.BADF, () -> readOnly.remove("/d"));
		readOnly.close();
		assertFails(LfsError.BADF, () -> readOnly.list("/"));
		assertFails(LfsError.BADF, readOnly::usedBlocks);
	}

	@Test
	void volumesOfAnotherGeometryAreRefused() throws Exception {
		Geometry other = new Geometry(1, 256, 4096, 1000, 4096, 256, 500);
		assertFails(LfsError.INVAL, () -> LittleFs.mount(device, other));
		byte[] image = new byte[1000 * 4096];
		System.arraycopy(device.image(), 0, image, 0, image.length);
		RamBlockDevice smaller = new RamBlockDevice(other, image);
		assertFails(LfsError.INVAL, () -> LittleFs.mount(smaller, other));
	}

	@Test
	void otherGeometriesWork() throws Exception {
		for (Geometry geometry : new Geometry[] { new Geometry(1, 16, 8192, 32, 16, 16, 500), new Geometry(1, 4096, 4096, 64, 4096, 256, 100),
				new Geometry(16, 16, 512, 256, 64, 16, 100), new Geometry(1, 1, 128, 4096, 128, 8, -1) }) {
			TestDevice other = new TestDevice(geometry);
			LittleFs.format(other, geometry);
			RandomOperations operations = new RandomOperations(geometry.blockSize());
			try (LittleFs volume = LittleFs.mount(other, geometry)) {
				for (int i = 0; i < 10; i++) {
					operations.step(volume);
				}
			}
			try (LittleFs volume = LittleFs.mount(other, geometry)) {
				operations.assertSame(volume);
			}
		}
	}

	@Test
	void impossibleGeometriesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Geometry(1, 256, 4000, 100, 4096, 256, 500));
		assertThrows(IllegalArgumentException.class, () -> new Geometry(1, 256, 4096, 1, 4096, 256, 500));
		assertThrows(IllegalArgumentException.class, () -> new Geometry(1, 256, 4096, 100, 4096, 256, 0));
		assertThrows(IllegalArgumentException.class, () -> new Geometry(1, 256, 4096, 100, 128, 256, 500));
		assertThrows(IllegalArgumentException.class, () -> new Geometry(3, 256, 4096, 100, 4096, 256, 500));
		assertThrows(IllegalArgumentException.class, () -> new Geometry(1, 16, 64, 100, 64, 256, 500));
		assertThrows(IllegalArgumentException.class, () -> new Geometry(1, 256, 4096, 100, 4096, 0, 500));
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Geometry(1, 96, 4096, 100, 4096, 256, 500));
		assertTrue(e.getMessage().contains("multiple of the program size"), e.getMessage());
		assertThrows(IllegalArgumentException.class, () -> new RamBlockDevice(GEOMETRY, new byte[5]));
	}

	@Test
	void smallWritesTouchOnlyTheirDirectory() throws Exception {
		try (LittleFs volume = LittleFs.mount(device, GEOMETRY)) {
			for (int i = 0; i < 300; i++) {
				volume.writeFile("/file" + i, content(300));
			}
			volume.mkdir("/cfg");
			volume.writeFile("/cfg/key", content(40));
			device.reads = 0;
			int before = device.operations();
			volume.writeFile("/cfg/key", content(41));
			assertEquals(1, device.operations() - before);
			assertTrue(device.reads < 100, device.reads + " reads for 40 bytes");
			device.reads = 0;
			volume.writeFile("/image", content(492_536));
			assertTrue(device.reads < 3000, device.reads + " reads for 121 blocks");
		}
	}

	private static List<Integer> boundarySizes() {
		List<Integer> sizes = new ArrayList<>(List.of(0, 1, 2, 40, 255, 256, 257, 511, 512, 513, 1023, 100_000, 492_536));
		int end = 0;
		for (int block = 0; block < 18; block++) {
			end += 4096 - (block == 0 ? 0 : 4 * (Integer.numberOfTrailingZeros(block) + 1));
			sizes.addAll(List.of(end - 1, end, end + 1));
		}
		return sizes;
	}

	private static byte[] content(int size) {
		byte[] content = new byte[size];
		new Random(size).nextBytes(content);
		return content;
	}

	private static void assertFails(LfsError error, Executable request) {
		assertEquals(error, assertThrows(LfsException.class, request).error());
	}
}
