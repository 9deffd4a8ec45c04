/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The entry that identifies a volume and its limits.
 *
 * @param version the version of the disk format
 * @param blockSize bytes of a block
 * @param blockCount blocks of the volume
 * @param nameMax longest name in bytes
 * @param fileMax largest file in bytes
 * @param attributeMax largest user attribute in bytes
 */
record Superblock(int version, int blockSize, int blockCount, int nameMax, int fileMax, int attributeMax) {

	private static final byte[] MAGIC = "littlefs".getBytes(StandardCharsets.US_ASCII);
	private static final int NAME_MAX = 255;
	private static final int FILE_MAX = Integer.MAX_VALUE;
	private static final int ATTRIBUTE_MAX = 1022;
	private static final int SIZE = 6 * Integer.BYTES;

	static Superblock of(Geometry geometry, DiskVersion version) {
		return new Superblock(version.number(), geometry.blockSize(), geometry.blockCount(), NAME_MAX, FILE_MAX, ATTRIBUTE_MAX);
	}

	static boolean isSuperblock(FileEntry entry) {
		return entry.isSuperblock() && Arrays.equals(entry.name(), MAGIC);
	}

	static Superblock decode(FileEntry entry) throws LfsException {
		byte[] data = entry.struct();
		if (entry.structType() != Tag.TYPE_INLINESTRUCT || data.length < SIZE) {
			throw new LfsException(LfsError.CORRUPT, "The superblock is too short.");
		}
		int[] words = new int[SIZE / Integer.BYTES];
		for (int i = 0; i < words.length; i++) {
			words[i] = LittleEndian.get(data, i * Integer.BYTES);
		}
		return new Superblock(words[0], words[1], words[2], limit(words[3], NAME_MAX), limit(words[4], FILE_MAX), limit(words[5], ATTRIBUTE_MAX));
	}

	FileEntry entry() {
		byte[] data = LittleEndian.words(version, blockSize, blockCount, nameMax, fileMax, attributeMax);
		return FileEntry.named(Tag.TYPE_SUPERBLOCK, MAGIC, Tag.TYPE_INLINESTRUCT, data);
	}

	Superblock withVersion(DiskVersion newer) {
		return new Superblock(newer.number(), blockSize, blockCount, nameMax, fileMax, attributeMax);
	}

	Superblock withBlockCount(int larger) {
		return new Superblock(version, blockSize, larger, nameMax, fileMax, attributeMax);
	}

	/** Tells whether commits have a checksum of the storage behind them. */
	boolean hasForwardChecksums() {
		return version >= DiskVersion.V2_1.number();
	}

	/** Refuses another size of the volume than the configured one. */
	void checkSize(Geometry geometry) throws LfsException {
		if (blockSize != geometry.blockSize() || blockCount != geometry.blockCount()) {
			throw invalid("it has " + blockCount + " blocks of " + blockSize + " bytes instead of " + geometry.blockCount() + " of "
					+ geometry.blockSize());
		}
	}

	/** Refuses a volume that cannot get the configured size by growing. */
	void checkGrowable(Geometry geometry) throws LfsException {
		if (blockCount < 2 || blockCount > geometry.blockCount()) {
			checkSize(geometry);
		}
		withBlockCount(geometry.blockCount()).checkSize(geometry);
	}

	/** Refuses what we would read or write in a wrong way. */
	void check(DiskVersion newest) throws LfsException {
		if (version < DiskVersion.V2_0.number() || version > newest.number()) {
			throw invalid("disk version " + (version >>> 16) + "." + (version & 0xFFFF) + " is not supported");
		}
		if (tooLarge(nameMax, NAME_MAX) || tooLarge(fileMax, FILE_MAX) || tooLarge(attributeMax, ATTRIBUTE_MAX)) {
			throw invalid("its limits for names, files or attributes are not supported");
		}
	}

	private static int limit(int stored, int otherwise) {
		return stored == 0 ? otherwise : stored;
	}

	private static boolean tooLarge(int stored, int max) {
		return Integer.compareUnsigned(stored, max) > 0;
	}

	private static LfsException invalid(String what) {
		return new LfsException(LfsError.INVAL, "The volume cannot be used: " + what + ".");
	}
}
