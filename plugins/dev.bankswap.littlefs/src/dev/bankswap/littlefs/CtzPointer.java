/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/**
 * Where the content of a large file is.
 *
 * @param head the last block of the file
 * @param size the bytes of the file
 */
record CtzPointer(int head, long size) {

	static CtzPointer decode(byte[] struct) {
		return new CtzPointer(LittleEndian.get(struct, 0), LittleEndian.get(struct, Integer.BYTES) & 0xFFFFFFFFL);
	}

	byte[] encode() {
		return LittleEndian.words(head, (int) size);
	}
}
