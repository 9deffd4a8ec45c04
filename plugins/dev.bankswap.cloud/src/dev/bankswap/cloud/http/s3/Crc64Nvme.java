/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.s3;

import java.util.zip.Checksum;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The 64-bit checksum that the newest AWS clients use by default (CRC-64/NVME). */
final class Crc64Nvme implements Checksum {

	private static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L;

	private static final int BYTE_VALUES = 256;

	private static final long[] TABLE = table();

	private long register = -1L;

	@Override
	public void update(int b) {
		register = TABLE[(int) (register ^ b) & 0xff] ^ register >>> 8;
	}

	@Override
	@NonNullByDefault({})
	public void update(byte[] bytes, int offset, int length) {
		for (int i = offset; i < offset + length; i++) {
			update(bytes[i]);
		}
	}

	@Override
	public long getValue() {
		return ~register;
	}

	@Override
	public void reset() {
		register = -1L;
	}

	private static long[] table() {
		long[] table = new long[BYTE_VALUES];
		for (int i = 0; i < BYTE_VALUES; i++) {
			long value = i;
			for (int bit = 0; bit < Byte.SIZE; bit++) {
				value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL;
			}
			table[i] = value;
		}
		return table;
	}
}
