/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/**
 * The configuration of a volume, in the terms of the littlefs configuration structure.
 *
 * @param readSize smallest read in bytes
 * @param programSize smallest program operation in bytes; a commit is padded to it
 * @param blockSize bytes of a block, at least 128
 * @param blockCount blocks of the volume
 * @param cacheSize bytes of the reference implementation's caches; bounds the size of inline files
 * @param lookaheadSize bytes of the allocator's window, 8 blocks each
 * @param blockCycles erase cycles after which a metadata pair moves to other blocks, -1 for never
 */
public record Geometry(int readSize, int programSize, int blockSize, int blockCount, int cacheSize, int lookaheadSize, int blockCycles) {

	/** The volume of the firmware on the external NOR flash. */
	public static final Geometry FIRMWARE = new Geometry(1, 256, 4096, 1014, 4096, 256, 500);

	private static final int MIN_BLOCK_SIZE = 128;
	private static final int MAX_INLINE = 0x3FE;

	/**
	 * Checks that the numbers fit together.
	 *
	 * @param readSize smallest read in bytes
	 * @param programSize smallest program operation in bytes
	 * @param blockSize bytes of a block
	 * @param blockCount blocks of the volume
	 * @param cacheSize bytes of the caches
	 * @param lookaheadSize bytes of the allocator's window
	 * @param blockCycles erase cycles between moves, or -1
	 */
	public Geometry {
		require(readSize > 0, "read size must be positive");
		require(programSize > 0, "program size must be positive");
		require(blockSize >= MIN_BLOCK_SIZE && blockSize % programSize == 0, "block size must be a multiple of the program size, at least 128");
		require(blockCount >= 2, "a volume needs at least two blocks");
		require(cacheSize >= programSize && blockSize % cacheSize == 0, "cache size must divide the block size");
		require(cacheSize % programSize == 0, "cache size must be a multiple of the program size");
		require(cacheSize % readSize == 0, "cache size must be a multiple of the read size");
		require(lookaheadSize > 0, "lookahead size must be positive");
		require(blockCycles == -1 || blockCycles > 0, "block cycles must be positive, or -1");
	}

	/**
	 * Tells the largest file that is stored within its directory.
	 *
	 * @return an eighth of a block, bounded by the cache and the length field of a tag
	 */
	public int inlineMax() {
		return Math.min(Math.min(cacheSize, blockSize / 8), MAX_INLINE);
	}

	/**
	 * Tells the same configuration for a volume of another size.
	 *
	 * @param blocks the number of blocks
	 * @return the configuration
	 */
	public Geometry withBlockCount(int blocks) {
		return new Geometry(readSize, programSize, blockSize, blocks, cacheSize, lookaheadSize, blockCycles);
	}

	private static void require(boolean condition, String rule) {
		if (!condition) {
			throw new IllegalArgumentException("Invalid littlefs geometry: " + rule + ".");
		}
	}
}
