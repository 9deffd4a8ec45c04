/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

/** Damaged volumes lead to an {@link LfsException} or to other content, never to anything else, and never to a hang. */
@ExtendWith(NoErrorLogged.class)
@Timeout(120)
class FuzzTest {

	private static final Geometry SMALL = new Geometry(1, 256, 4096, 64, 4096, 256, 5);

	@Test
	void damagedBytes() throws Exception {
		Random random = new Random(1);
		byte[] good = smallVolume(DiskVersion.V2_0);
		int readable = 0;
		for (int i = 0; i < 400; i++) {
			byte[] image = good.clone();
			for (int n = random.nextInt(20); n >= 0; n--) {
				image[random.nextInt(image.length)] = (byte) random.nextInt();
			}
			readable += use(image, random) ? 1 : 0;
		}
		assertTrue(readable > 50, "only " + readable + " volumes could be used");
	}

	/** Changes the tags and data of a commit and makes its checksum right again: nothing but our checks is left. */
	@Test
	void damagedCommitsWithGoodChecksums() throws Exception {
		Random random = new Random(2);
		byte[] good = smallVolume(DiskVersion.V2_1);
		int[] outcomes = new int[2];
		for (int i = 0; i < 1500; i++) {
			byte[] image = good.clone();
			for (int n = random.nextInt(3); n >= 0; n--) {
				forgeCommit(image, random.nextInt(12), random);
			}
			outcomes[use(image, random) ? 0 : 1]++;
		}
		assertTrue(outcomes[0] > 100 && outcomes[1] > 100, outcomes[0] + " used, " + outcomes[1] + " refused");
	}

	@Test
	void forgedPointers() throws Exception {
		Random random = new Random(3);
		byte[] good = smallVolume(DiskVersion.V2_0);
		for (int i = 0; i < 600; i++) {
			byte[] image = good.clone();
			for (int n = 0; n < 3; n++) {
				forgePointer(image, random);
			}
			use(image, random);
		}
	}

	@Test
	void randomBytes() {
		Random random = new Random(4);
		for (int i = 0; i < 100; i++) {
			byte[] image = new byte[SMALL.blockSize() * SMALL.blockCount()];
			random.nextBytes(image);
			assertTrue(!use(image, random), "random bytes are no volume");
		}
	}

	@Test
	void damagedReferenceImages() throws Exception {
		Random random = new Random(5);
		for (String name : List.of("rename-v2.0-powerloss-333", "device-v2.1", "tree-v2.0")) {
			byte[] good = Fixtures.image(name);
			for (int i = 0; i < 8; i++) {
				byte[] image = good.clone();
				for (int n = 0; n < 200; n++) {
					image[random.nextInt(40 * 4096)] ^= (byte) (1 << random.nextInt(8));
				}
				readAll(new RamBlockDevice(Geometry.FIRMWARE, image), Geometry.FIRMWARE);
			}
		}
	}

	private static byte[] smallVolume(DiskVersion version) throws IOException {
		RamBlockDevice device = new RamBlockDevice(SMALL);
		LittleFs.format(device, SMALL, version);
		try (LittleFs volume = LittleFs.mount(device, SMALL, version)) {
			volume.mkdir("/a");
			volume.mkdir("/a/b");
			volume.mkdir("/c");
			volume.writeFile("/a/b/list", new byte[20_000]);
			volume.writeFile("/c/inline", new byte[200]);
			for (int i = 0; i < 12; i++) {
				volume.writeFile("/c/file" + i, new byte[i * 50]);
			}
			volume.remove("/c/file3");
		}
		return device.image();
	}

	/** Reads everything, then writes. Tells whether all of it worked. */
	private static boolean use(byte[] image, Random random) {
		boolean readable = readAll(new RamBlockDevice(SMALL, image), SMALL);
		salvage(image);
		try (LittleFs volume = LittleFs.mount(new RamBlockDevice(SMALL, image), SMALL, DiskVersion.V2_1)) {
			volume.writeFile("/c/inline", new byte[random.nextInt(600)]);
			volume.mkdir("/c/new");
			volume.writeFile("/new", new byte[random.nextInt(9000)]);
			volume.rename("/c/new", "/a/new");
			volume.rename("/c/file5", "/a/b/file5");
			volume.setAttribute("/c", 1, new byte[random.nextInt(200)]);
			volume.gc();
			try (LfsFile file = volume.open("/a/b/list", OpenMode.RDWR)) {
				file.seek(random.nextInt(30_000));
				file.write(new byte[3000], 0, random.nextInt(3000));
				file.truncate(random.nextInt(30_000));
			}
			volume.remove("/a/new");
			volume.remove("/a/b/list");
			grow(image);
			return readable;
		} catch (LfsException e) {
			return false;
		}
	}

	/** What is shown of a damaged volume is bounded by its size. */
	private static void salvage(byte[] image) {
		try {
			SalvageReport report = Salvage.read(new RamBlockDevice(SMALL, image), SMALL);
			long bytes = report.entries().stream().mapToLong(entry -> entry.content().length).sum();
			assertTrue(bytes <= 3L * image.length, bytes + " bytes were found");
			report.entries().forEach(entry -> assertEquals(entry.size(), entry.content().length + entry.missing()));
		} catch (LfsException e) {
			throw new AssertionError(e);
		}
	}

	private static void grow(byte[] image) throws LfsException {
		Geometry larger = SMALL.withBlockCount(80);
		RamBlockDevice device = new RamBlockDevice(larger, Arrays.copyOf(image, 80 * SMALL.blockSize()));
		Growth.grow(device, larger);
	}

	private static boolean readAll(RamBlockDevice device, Geometry geometry) {
		try (LittleFs volume = LittleFs.mountReadOnly(device, geometry)) {
			volume.usedBlocks();
			readDirectory(volume, "/", new int[] { 500 });
			return true;
		} catch (LfsException e) {
			return false;
		}
	}

	/** A damaged directory may contain itself, so that the number of entries is limited. */
	private static void readDirectory(LittleFs volume, String path, int[] left) throws LfsException {
		for (Entry entry : volume.list(path)) {
			if (left[0]-- < 0) {
				return;
			}
			if (entry.directory()) {
				readDirectory(volume, path + entry.name() + "/", left);
			} else {
				volume.readFile(path + entry.name());
			}
		}
	}

	private static void forgePointer(byte[] image, Random random) {
		int block = random.nextInt(SMALL.blockCount());
		LittleEndian.put(image, block * SMALL.blockSize(), random.nextInt(SMALL.blockCount() + 2) - 1);
	}

	/** Walks the log of a block as the format says and changes one tag or its data, then all checksums are computed again. */
	private static void forgeCommit(byte[] image, int block, Random random) {
		int base = block * SMALL.blockSize();
		int victim = random.nextInt(12);
		int previous = Tag.START;
		int stored = Tag.START;
		CRC32 crc = new CRC32();
		crc.update(image, base, 4);
		int offset = 4;
		for (int index = 0; offset + 8 <= SMALL.blockSize(); index++) {
			int raw = Integer.reverseBytes(LittleEndian.get(image, base + offset));
			int tag = raw ^ previous;
			int length = Tag.length(tag);
			if (!Tag.isValid(tag) || offset + 4 + length > SMALL.blockSize()) {
				return;
			}
			boolean end = Tag.endsCommit(tag);
			int forged = index == victim && !end ? forgeTag(tag, random) : tag;
			if (index == victim && !end && length > 0 && random.nextBoolean()) {
				image[base + offset + 4 + random.nextInt(length)] = (byte) random.nextInt(70);
			}
			LittleEndian.put(image, base + offset, Integer.reverseBytes(forged ^ stored));
			crc.update(image, base + offset, end ? 4 : 4 + length);
			if (end) {
				LittleEndian.put(image, base + offset + 4, ~(int) crc.getValue());
				crc.reset();
			}
			previous = end ? Tag.afterCommit(tag) : tag;
			stored = end ? Tag.afterCommit(forged) : forged;
			offset += 4 + length;
		}
	}

	/** Keeps the length, so that the tags behind it are still found. */
	private static int forgeTag(int tag, Random random) {
		return switch (random.nextInt(3)) {
			case 0 -> tag ^ 1 << 20 + random.nextInt(11);
			case 1 -> tag & ~(0x3FF << 10) | random.nextInt(8) << 10;
			default -> tag;
		};
	}
}
