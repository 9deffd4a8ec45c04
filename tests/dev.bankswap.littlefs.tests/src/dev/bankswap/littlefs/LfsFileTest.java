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
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.bankswap.testing.NoErrorLogged;

/** Files that are open: modes, position, size, what is valid when, and who may open what. */
@ExtendWith(NoErrorLogged.class)
class LfsFileTest {

	private static final Geometry GEOMETRY = new Geometry(1, 256, 4096, 128, 4096, 8, 500);
	private static final OpenMode[] CREATE = { OpenMode.RDWR, OpenMode.CREAT };

	private TestDevice device = new TestDevice(GEOMETRY);
	private LittleFs volume = mounted();

	@BeforeEach
	void format() {
		device = new TestDevice(GEOMETRY);
		volume = mounted();
	}

	@AfterEach
	void close() throws Exception {
		volume.close();
	}

	@Test
	void modesDecideWhetherAFileIsCreated() throws Exception {
		assertFails(LfsError.NOENT, () -> volume.open("/f", OpenMode.RDWR));
		assertFails(LfsError.NOENT, () -> volume.open("/f", OpenMode.RDONLY));
		assertFails(LfsError.INVAL, () -> volume.open("/f", OpenMode.CREAT));
		assertFails(LfsError.ISDIR, () -> volume.open("/", OpenMode.RDONLY));
		assertFails(LfsError.ISDIR, () -> volume.open("/", CREATE));
		assertFails(LfsError.NAMETOOLONG, () -> volume.open("/" + "x".repeat(256), CREATE));
		LfsFile created = volume.open("/f", OpenMode.WRONLY, OpenMode.CREAT, OpenMode.EXCL);
		assertTrue(volume.exists("/f"), "the file exists from now on");
		created.close();
		assertFails(LfsError.EXIST, () -> volume.open("/", OpenMode.WRONLY, OpenMode.CREAT, OpenMode.EXCL));
		volume.open("/read", OpenMode.RDONLY, OpenMode.CREAT).close();
		assertEquals(0, volume.stat("/read").size());
		assertFails(LfsError.EXIST, () -> volume.open("/f", OpenMode.WRONLY, OpenMode.CREAT, OpenMode.EXCL));
		volume.writeFile("/f", content(1, 700));
		volume.open("/f", OpenMode.WRONLY).close();
		assertEquals(700, volume.stat("/f").size(), "opening changes nothing");
		volume.open("/f", OpenMode.WRONLY, OpenMode.TRUNC).close();
		assertEquals(0, volume.stat("/f").size());
	}

	@Test
	void modesDecideWhatCanBeDone() throws Exception {
		volume.writeFile("/f", content(1, 10));
		try (LfsFile reader = volume.open("/f", OpenMode.RDONLY)) {
			assertFails(LfsError.BADF, () -> reader.write(new byte[1], 0, 1));
			assertFails(LfsError.BADF, () -> reader.truncate(1));
		}
		LfsFile writer = volume.open("/f", OpenMode.WRONLY);
		assertFails(LfsError.BADF, () -> writer.read(new byte[1], 0, 1));
		writer.close();
		assertFails(LfsError.BADF, () -> writer.write(new byte[1], 0, 1));
		assertFails(LfsError.BADF, () -> writer.seek(0));
		assertFails(LfsError.BADF, writer::sync);
	}

	@Test
	void aFileHasOneWriterOrManyReaders() throws Exception {
		volume.writeFile("/f", content(1, 10));
		LfsFile writer = volume.open("/f", OpenMode.RDWR);
		LfsException e = assertThrows(LfsException.class, () -> volume.open("//./f", OpenMode.RDONLY));
		assertEquals(LfsError.BADF, e.error());
		assertEquals("//./f", e.path());
		assertFails(LfsError.BADF, () -> volume.open("/f", OpenMode.RDWR));
		assertFails(LfsError.BADF, () -> volume.writeFile("/f", new byte[1]));
		writer.close();
		LfsFile first = volume.open("/f", OpenMode.RDONLY);
		LfsFile second = volume.open("/f", OpenMode.RDONLY);
		assertFails(LfsError.BADF, () -> volume.open("/f", OpenMode.RDWR));
		first.close();
		second.close();
		volume.open("/f", OpenMode.RDWR).close();
	}

	@Test
	void contentIsValidFromSyncOn() throws Exception {
		LfsFile file = volume.open("/f", CREATE);
		file.write(content(1, 6000), 0, 6000);
		assertEquals(0, volume.stat("/f").size());
		file.sync();
		assertArrayEquals(content(1, 6000), volume.readFile("/f"));
		file.write(content(2, 10), 0, 10);
		try (LittleFs afterPowerCut = LittleFs.mountReadOnly(device, GEOMETRY)) {
			assertArrayEquals(content(1, 6000), afterPowerCut.readFile("/f"));
		}
		volume.close();
		try (LittleFs afterUnmount = LittleFs.mountReadOnly(device, GEOMETRY)) {
			assertEquals(6010, afterUnmount.stat("/f").size());
		}
		assertFails(LfsError.BADF, file::sync);
	}

	@Test
	void appendingGoesToTheEnd() throws Exception {
		volume.writeFile("/f", content(1, 500));
		byte[] all = Arrays.copyOf(content(1, 500), 520);
		System.arraycopy(content(2, 20), 0, all, 500, 20);
		try (LfsFile file = volume.open("/f", OpenMode.RDWR, OpenMode.APPEND)) {
			file.write(content(2, 15), 0, 15);
			file.seek(3);
			file.write(content(2, 20), 15, 5);
			assertEquals(520, file.position());
		}
		byte[] expected = all.clone();
		System.arraycopy(content(2, 15), 0, expected, 500, 15);
		System.arraycopy(content(2, 20), 15, expected, 515, 5);
		assertArrayEquals(expected, volume.readFile("/f"));
	}

	@Test
	void limitsOfPositionAndSize() throws Exception {
		try (LfsFile file = volume.open("/f", CREATE)) {
			assertFails(LfsError.INVAL, () -> file.seek(-1));
			assertFails(LfsError.INVAL, () -> file.seek(1L << 31));
			assertFails(LfsError.INVAL, () -> file.truncate(-1));
			file.seek(Integer.MAX_VALUE);
			assertFails(LfsError.FBIG, () -> file.write(new byte[1], 0, 1));
			assertEquals(0, file.read(new byte[5], 0, 5), "behind the end");
			assertThrows(IndexOutOfBoundsException.class, () -> file.write(new byte[5], 2, 4));
		}
	}

	@Test
	void aFullVolumeKeepsTheOldContent() throws Exception {
		volume.writeFile("/f", content(1, 3000));
		LfsFile file = volume.open("/f", OpenMode.RDWR);
		byte[] part = new byte[100_000];
		assertFails(LfsError.NOSPC, () -> {
			while (true) {
				file.write(part, 0, part.length);
			}
		});
		assertFails(LfsError.BADF, file::sync);
		assertFails(LfsError.BADF, () -> file.write(part, 0, 1));
		file.close();
		assertArrayEquals(content(1, 3000), volume.readFile("/f"));
		volume.writeFile("/g", new byte[300_000]);
		VolumeCheck.assertConsistent(device, GEOMETRY);
	}

	@Test
	void aFileThatIsRemovedWhileOpenStaysReadable() throws Exception {
		volume.writeFile("/f", content(1, 9000));
		LfsFile file = volume.open("/f", OpenMode.RDWR);
		volume.remove("/f");
		for (int i = 0; i < 200; i++) {
			volume.writeFile("/other", content(i, 9000));
		}
		byte[] read = new byte[9000];
		assertEquals(9000, file.read(read, 0, 9000));
		assertArrayEquals(content(1, 9000), read);
		file.write(read, 0, 1);
		file.close();
		assertFalse(volume.exists("/f"));
		volume.remove("/other");
		assertEquals(2, volume.usedBlocks());
	}

	@Test
	void aFileIsFollowedWhenItIsRenamed() throws Exception {
		volume.mkdir("/d");
		volume.writeFile("/d/target", content(3, 10));
		LfsFile target = volume.open("/d/target", OpenMode.RDONLY);
		LfsFile file = volume.open("/d/f", CREATE);
		file.write(content(1, 10), 0, 10);
		volume.rename("/d/f", "/d/target");
		volume.rename("/d", "/e");
		assertEquals("/e/target", file.path());
		file.close();
		target.close();
		assertArrayEquals(content(1, 10), volume.readFile("/e/target"));
	}

	@Test
	void unsyncedBlocksAreNotHandedOutTwice() throws Exception {
		LfsFile file = volume.open("/f", CREATE);
		file.write(content(1, 100_000), 0, 100_000);
		for (int i = 0; i < 60; i++) {
			volume.writeFile("/other", content(i, 60_000));
		}
		int before = volume.usedBlocks();
		assertTrue(before > 40, "open files count");
		file.close();
		assertArrayEquals(content(1, 100_000), volume.readFile("/f"));
		int[] visited = { 0 };
		volume.traverse(block -> visited[0]++);
		assertEquals(volume.usedBlocks(), visited[0]);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void randomAccessIsLikeThatOfAnArray(long seed) throws Exception {
		Random random = new Random(seed);
		byte[] model = content((int) seed, random.nextInt(9000));
		volume.writeFile("/f", model);
		for (int round = 0; round < 6; round++) {
			try (LfsFile file = volume.open("/f", OpenMode.RDWR)) {
				for (int i = 0; i < 25; i++) {
					model = step(file, model, random);
					assertEquals(model.length, file.size());
				}
			}
			assertArrayEquals(model, volume.readFile("/f"), "round " + round);
		}
	}

	private static byte[] step(LfsFile file, byte[] model, Random random) throws LfsException {
		int position = random.nextInt(model.length + 300);
		int length = random.nextInt(random.nextBoolean() ? 60 : 9000);
		switch (random.nextInt(5)) {
			case 0 -> {
				file.seek(position);
				byte[] read = new byte[length];
				int count = file.read(read, 0, length);
				assertEquals(Math.max(0, Math.min(length, model.length - position)), count);
				assertArrayEquals(Arrays.copyOfRange(model, Math.min(position, model.length), Math.min(position, model.length) + count),
						Arrays.copyOf(read, count));
				return model;
			}
			case 1 -> {
				int size = random.nextInt(3) == 0 ? random.nextInt(700) : position;
				file.truncate(size);
				return Arrays.copyOf(model, size);
			}
			case 2 -> {
				file.sync();
				return model;
			}
			default -> {
				// the second write goes on where the first one ends
				byte[] data = content(random.nextInt(), length);
				file.seek(position);
				file.write(data, 0, length / 3);
				file.write(data, length / 3, length - length / 3);
				byte[] changed = length == 0 && position <= model.length ? model
						: Arrays.copyOf(model, Math.max(model.length, position + length));
				System.arraycopy(data, 0, changed, position, length);
				return changed;
			}
		}
	}

	private LittleFs mounted() {
		try {
			LittleFs.format(device, GEOMETRY);
			return LittleFs.mount(device, GEOMETRY);
		} catch (LfsException e) {
			throw new AssertionError(e);
		}
	}

	private static byte[] content(int seed, int size) {
		byte[] content = new byte[size];
		new Random(seed).nextBytes(content);
		return content;
	}

	private static void assertFails(LfsError error, Executable request) {
		assertEquals(error, assertThrows(LfsException.class, request).error());
	}
}
