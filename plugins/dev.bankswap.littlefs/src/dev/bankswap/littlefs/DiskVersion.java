/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/** The versions of the disk format that can be written. */
public enum DiskVersion {

	/** What the firmware knows. */
	V2_0(0x00020000),
	/** Each commit also has a checksum of the storage behind it, which tells whether that was programmed since. */
	V2_1(0x00020001);

	private final int number;

	DiskVersion(int number) {
		this.number = number;
	}

	/**
	 * Tells the number that stands in the superblock.
	 *
	 * @return major version in the upper 16 bits, minor version in the lower ones
	 */
	public int number() {
		return number;
	}
}
