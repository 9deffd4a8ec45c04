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

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class RenameAndAttributesTest {

	private static final Geometry GEOMETRY = new Geometry(1, 256, 4096, 256, 4096, 256, 3);

	private final RamBlockDevice device = new RamBlockDevice(GEOMETRY);

	@Test
	void namesAndPlacesChange() throws Exception {
		try (LittleFs volume = formatted()) {
			volume.mkdir("/a");
			volume.mkdir("/b");
			volume.writeFile("/a/f", content(5000));
			volume.setAttribute("/a/f", 7, content(30));
			volume.rename("/a/f", "/a/g");
			volume.rename("/a/g", "/b/f");
			volume.rename("/a", "/b/a");
			volume.rename("/b/f", "/b/a/f");
			volume.rename("/b/a/f", "/b/a/f");
			assertArrayEquals(content(5000), volume.readFile("/b/a/f"));
			assertArrayEquals(content(30), volume.getAttribute("/b/a/f", 7));
			assertEquals(1, volume.list("/").size());
		}
		VolumeCheck.assertConsistent(device, GEOMETRY);
	}

	@Test
	void filesAndEmptyDirectoriesAreReplaced() throws Exception {
		try (LittleFs volume = formatted()) {
			volume.mkdir("/a");
			volume.mkdir("/b");
			volume.mkdir("/b/full");
			volume.mkdir("/c");
			volume.writeFile("/a/f", content(10));
			volume.writeFile("/b/f", content(20));
			volume.rename("/a/f", "/b/f");
			assertArrayEquals(content(10), volume.readFile("/b/f"));
			volume.rename("/c", "/a");
			assertFails(LfsError.NOTEMPTY, () -> volume.rename("/a", "/b"));
			assertFails(LfsError.ISDIR, () -> volume.rename("/b/f", "/a"));
			assertFails(LfsError.NOTDIR, () -> volume.rename("/a", "/b/f"));
			assertFails(LfsError.NOENT, () -> volume.rename("/x", "/y"));
			assertFails(LfsError.NOENT, () -> volume.rename("/a", "/x/y"));
			assertFails(LfsError.INVAL, () -> volume.rename("/b", "/b/full/b"));
			assertFails(LfsError.INVAL, () -> volume.rename("/", "/x"));
			assertFails(LfsError.INVAL, () -> volume.rename("/a", "/"));
			assertFails(LfsError.NAMETOOLONG, () -> volume.rename("/a", "/" + "x".repeat(256)));
			assertTrue(volume.exists("/a") && volume.exists("/b/full") && !volume.exists("/c"));
		}
		VolumeCheck.assertConsistent(device, GEOMETRY);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 500" })
	void randomMovesLoseNothing(long seed, int cycles) throws Exception {
		Geometry geometry = new Geometry(1, 64, 1024, 512, 256, 8, cycles);
		RamBlockDevice memory = new RamBlockDevice(geometry);
		LittleFs.format(memory, geometry);
		Random random = new Random(seed);
		SortedMap<String, byte[]> model = new TreeMap<>();
		for (int round = 0; round < 4; round++) {
			try (LittleFs volume = LittleFs.mount(memory, geometry)) {
				if (round == 0) {
					for (int i = 0; i < 10; i++) {
						volume.mkdir("/d" + i);
					}
				}
				for (int i = 0; i < 120; i++) {
					moveOrWrite(volume, model, random);
				}
				for (var entry : model.entrySet()) {
					assertArrayEquals(entry.getValue(), volume.readFile(entry.getKey()), entry.getKey());
				}
			}
			VolumeCheck.assertConsistent(memory, geometry);
		}
	}

	@Test
	void attributesAreSetReplacedAndRemoved() throws Exception {
		try (LittleFs volume = formatted()) {
			volume.mkdir("/d");
			volume.writeFile("/f", content(3));
			for (String path : new String[] { "/", "/d", "/f" }) {
				assertFails(LfsError.NOATTR, () -> volume.getAttribute(path, 0));
				volume.removeAttribute(path, 0);
				volume.setAttribute(path, 0, content(10));
				volume.setAttribute(path, 255, content(200));
				volume.setAttribute(path, 0, content(11));
				assertArrayEquals(content(11), volume.getAttribute(path, 0));
				volume.removeAttribute(path, 0);
				assertFails(LfsError.NOATTR, () -> volume.getAttribute(path, 0));
				assertArrayEquals(content(200), volume.getAttribute(path, 255));
			}
			assertFails(LfsError.NOENT, () -> volume.setAttribute("/x", 0, content(1)));
			assertFails(LfsError.NOSPC, () -> volume.setAttribute("/f", 0, content(1023)));
			assertThrows(IndexOutOfBoundsException.class, () -> volume.setAttribute("/f", 256, content(1)));
			volume.setAttribute("/f", 1, content(1022));
			volume.setAttribute("/f", 2, new byte[0]);
		}
		try (LittleFs volume = LittleFs.mountReadOnly(device, GEOMETRY)) {
			assertArrayEquals(content(200), volume.getAttribute("/", 255));
			assertArrayEquals(content(1022), volume.getAttribute("/f", 1));
			assertArrayEquals(new byte[0], volume.getAttribute("/f", 2));
			assertArrayEquals(content(3), volume.readFile("/f"));
		}
	}

	@Test
	void metadataThatFitNoBlockAreRefused() throws Exception {
		try (LittleFs volume = formatted()) {
			volume.writeFile("/f", content(3));
			assertFails(LfsError.NOSPC, () -> {
				for (int type = 0; type < 10; type++) {
					volume.setAttribute("/f", type, content(1000));
				}
			});
			assertArrayEquals(content(1000), volume.getAttribute("/f", 0));
			volume.removeAttribute("/f", 0);
			volume.remove("/f");
			assertFalse(volume.exists("/f"));
		}
		VolumeCheck.assertConsistent(device, GEOMETRY);
	}

	@Test
	void collectingGarbageShortensLogsAndChangesNothing() throws Exception {
		try (LittleFs volume = formatted()) {
			volume.mkdir("/d");
			for (int i = 0; i < 14; i++) {
				volume.writeFile("/d/f", content(40 + i));
			}
			SortedMap<String, String> before = VolumeState.of(device, GEOMETRY);
			volume.gc();
			assertEquals(before, VolumeState.of(device, GEOMETRY));
			byte[] collected = device.image();
			volume.gc();
			assertArrayEquals(collected, device.image(), "there is nothing more to do");
		}
		VolumeCheck.assertConsistent(device, GEOMETRY);
	}

	private static void moveOrWrite(LittleFs volume, SortedMap<String, byte[]> model, Random random) throws LfsException {
		String path = "/d" + random.nextInt(10) + "/file" + random.nextInt(40);
		if (model.isEmpty() || random.nextInt(4) == 0) {
			byte[] content = content(random.nextInt(400));
			volume.writeFile(path, content);
			model.put(path, content);
		} else {
			String from = model.keySet().stream().skip(random.nextInt(model.size())).findFirst().orElseThrow();
			volume.rename(from, path);
			byte[] content = model.remove(from);
			model.put(path, content);
		}
	}

	private LittleFs formatted() throws LfsException {
		LittleFs.format(device, GEOMETRY);
		return LittleFs.mount(device, GEOMETRY);
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
