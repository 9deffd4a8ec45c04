/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.Arrays;

/** Programs blocks and reads them back, because a worn block may not keep what is written. */
final class BlockWriter {

	private final BlockDevice device;

	BlockWriter(BlockDevice device) {
		this.device = device;
	}

	/** Erases a block and programs its start. Tells false if the block is bad. */
	boolean rewrite(int block, byte[] image, int length) throws LfsException {
		try {
			device.erase(block);
		} catch (LfsException e) {
			return unlessBad(e);
		}
		return program(block, image, 0, length);
	}

	/** Programs a part of a block at the same offset as in the image. Tells false if the block is bad. */
	boolean program(int block, byte[] image, int offset, int length) throws LfsException {
		byte[] written = new byte[length];
		try {
			device.program(block, offset, image, offset, length);
			device.sync();
			device.read(block, offset, written, 0, length);
		} catch (LfsException e) {
			return unlessBad(e);
		}
		return Arrays.equals(written, 0, length, image, offset, offset + length);
	}

	private static boolean unlessBad(LfsException e) throws LfsException {
		if (e.error() != LfsError.CORRUPT) {
			throw e;
		}
		return false;
	}
}
