/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/** 32-bit numbers in byte arrays, as all of the format but the tags has them. */
final class LittleEndian {

	private LittleEndian() {
	}

	static int get(byte[] bytes, int offset) {
		return bytes[offset] & 0xFF | (bytes[offset + 1] & 0xFF) << 8 | (bytes[offset + 2] & 0xFF) << 16 | bytes[offset + 3] << 24;
	}

	static void put(byte[] bytes, int offset, int value) {
		bytes[offset] = (byte) value;
		bytes[offset + 1] = (byte) (value >>> 8);
		bytes[offset + 2] = (byte) (value >>> 16);
		bytes[offset + 3] = (byte) (value >>> 24);
	}

	static byte[] words(int... values) {
		byte[] bytes = new byte[values.length * Integer.BYTES];
		for (int i = 0; i < values.length; i++) {
			put(bytes, i * Integer.BYTES, values[i]);
		}
		return bytes;
	}
}
