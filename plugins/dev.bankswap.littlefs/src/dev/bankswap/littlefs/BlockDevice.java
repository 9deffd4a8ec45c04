/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/** A flash memory that is erased in blocks, as a volume lies on it. An erased byte is 0xFF. */
public interface BlockDevice {

	/**
	 * Tells the size of a block.
	 *
	 * @return bytes that one erase covers
	 */
	int blockSize();

	/**
	 * Tells the number of blocks.
	 *
	 * @return the blocks of the volume
	 */
	int blockCount();

	/**
	 * Reads within one block.
	 *
	 * @param block the block
	 * @param off the offset in the block
	 * @param dst where the bytes go
	 * @param dstOff where in {@code dst}
	 * @param len how many
	 * @throws LfsException if the device fails
	 */
	void read(int block, int off, byte[] dst, int dstOff, int len) throws LfsException;

	/**
	 * Programs erased bytes within one block.
	 *
	 * @param block the block
	 * @param off the offset in the block, a multiple of the program size
	 * @param src where the bytes are
	 * @param srcOff where in {@code src}
	 * @param len how many, a multiple of the program size
	 * @throws LfsException if the device fails
	 */
	void program(int block, int off, byte[] src, int srcOff, int len) throws LfsException;

	/**
	 * Erases a block.
	 *
	 * @param block the block
	 * @throws LfsException if the device fails
	 */
	void erase(int block) throws LfsException;

	/**
	 * Waits until everything that was programmed is on the device.
	 *
	 * @throws LfsException if the device fails
	 */
	void sync() throws LfsException;
}
