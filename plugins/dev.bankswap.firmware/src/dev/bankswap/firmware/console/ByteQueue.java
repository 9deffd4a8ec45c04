/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.Arrays;

/** Bytes in order of arrival: a FreeRTOS stream buffer without its limit, which its owner enforces. */
final class ByteQueue {

	private byte[] bytes = new byte[256];

	private int head;

	private int size;

	void add(byte[] data, int offset, int length) {
		if (head + size + length > bytes.length) {
			byte[] larger = new byte[Math.max(bytes.length, 2 * (size + length))];
			System.arraycopy(bytes, head, larger, 0, size);
			bytes = larger;
			head = 0;
		}
		System.arraycopy(data, offset, bytes, head + size, length);
		size += length;
	}

	byte[] take(int most) {
		int length = Math.min(most, size);
		byte[] taken = Arrays.copyOfRange(bytes, head, head + length);
		head += length;
		size -= length;
		return taken;
	}

	int size() {
		return size;
	}

	void clear() {
		head = 0;
		size = 0;
	}
}
