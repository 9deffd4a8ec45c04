/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

import java.util.Arrays;

/** A block device in memory; programming can only clear bits, as in a NOR flash. */
public final class RamBlockDevice implements BlockDevice {

	private final Geometry geometry;
	private final byte[] memory;

	/**
	 * Creates an erased device.
	 *
	 * @param geometry its geometry
	 */
	public RamBlockDevice(Geometry geometry) {
		this.geometry = geometry;
		this.memory = new byte[Math.multiplyExact(geometry.blockSize(), geometry.blockCount())];
		Arrays.fill(memory, (byte) 0xFF);
	}

	/**
	 * Creates a device from a volume image.
	 *
	 * @param geometry its geometry
	 * @param image its content; it is copied
	 * @throws IllegalArgumentException if the image is not exactly as large as the device
	 */
	public RamBlockDevice(Geometry geometry, byte[] image) {
		this(geometry);
		if (image.length != memory.length) {
			throw new IllegalArgumentException("The volume image has " + image.length + " bytes, the device " + memory.length + ".");
		}
		System.arraycopy(image, 0, memory, 0, memory.length);
	}

	/**
	 * Copies the whole content.
	 *
	 * @return the volume image
	 */
	public byte[] image() {
		return memory.clone();
	}

	@Override
	public int blockSize() {
		return geometry.blockSize();
	}

	@Override
	public int blockCount() {
		return geometry.blockCount();
	}

	@Override
	public void read(int block, int off, byte[] dst, int dstOff, int len) throws LfsException {
		System.arraycopy(memory, position(block, off, len), dst, dstOff, len);
	}

	@Override
	public void program(int block, int off, byte[] src, int srcOff, int len) throws LfsException {
		int start = position(block, off, len);
		if (off % geometry.programSize() != 0 || len % geometry.programSize() != 0) {
			throw new LfsException(LfsError.IO, "Programming " + len + " bytes at " + off + " is not aligned to " + geometry.programSize() + ".");
		}
		for (int i = 0; i < len; i++) {
			memory[start + i] &= src[srcOff + i];
		}
	}

	@Override
	public void erase(int block) throws LfsException {
		int start = position(block, 0, geometry.blockSize());
		Arrays.fill(memory, start, start + geometry.blockSize(), (byte) 0xFF);
	}

	@Override
	public void sync() {
		// memory holds everything at once
	}

	private int position(int block, int off, int len) throws LfsException {
		if (block < 0 || block >= geometry.blockCount() || off < 0 || len < 0 || off > geometry.blockSize() - len) {
			throw new LfsException(LfsError.IO, "Block " + block + ", offset " + off + ", length " + len + " is outside the device.");
		}
		return block * geometry.blockSize() + off;
	}
}
