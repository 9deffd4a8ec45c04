/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.fs;

import dev.bankswap.board.NorFlash;
import dev.bankswap.littlefs.BlockDevice;
import dev.bankswap.littlefs.Geometry;
import dev.bankswap.littlefs.LfsError;
import dev.bankswap.littlefs.LfsException;

/**
 * The part of the external NOR that holds the volume ({@code lfs_port_ospi.c}): it starts ten blocks of 64 KiB into the
 * chip. A block is one sector of 4 KiB; programming is split into pages.
 */
public final class NorBlockDevice implements BlockDevice {

	/** Where the volume starts in the chip. */
	public static final int VOLUME_START = 10 * 64 * 1024;

	private static final Geometry GEOMETRY = Geometry.FIRMWARE;

	private final NorFlash nor;

	/**
	 * Creates the device.
	 *
	 * @param nor the chip
	 */
	public NorBlockDevice(NorFlash nor) {
		this.nor = nor;
	}

	@Override
	public int blockSize() {
		return GEOMETRY.blockSize();
	}

	@Override
	public int blockCount() {
		return GEOMETRY.blockCount();
	}

	@Override
	public void read(int block, int off, byte[] dst, int dstOff, int len) throws LfsException {
		nor.read(address(block, off, len), dst, dstOff, len);
	}

	@Override
	public void program(int block, int off, byte[] src, int srcOff, int len) throws LfsException {
		int start = address(block, off, len);
		for (int done = 0; done < len; done += NorFlash.PAGE) {
			nor.programPage(start + done, src, srcOff + done, Math.min(NorFlash.PAGE, len - done));
		}
	}

	@Override
	public void erase(int block) throws LfsException {
		nor.eraseSector(address(block, 0, blockSize()));
	}

	@Override
	public void sync() {
		// the driver has no cache
	}

	private int address(int block, int off, int len) throws LfsException {
		if (block < 0 || block >= blockCount() || off < 0 || len < 0 || off + len > blockSize()) {
			throw new LfsException(LfsError.IO, "Block " + block + " offset " + off + " is outside the volume");
		}
		return VOLUME_START + block * blockSize() + off;
	}
}
