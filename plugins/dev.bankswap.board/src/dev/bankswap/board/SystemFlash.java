/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The read-only area behind the banks: one-time programmable bytes, the unique identifier, the size of the flash. */
final class SystemFlash {

	private static final long START = 0x08FFF000L;
	private static final int SIZE = 0x1000;
	private static final int UNIQUE_ID = 0x800;
	private static final int SIZE_REGISTER = (int) (InternalFlash.SIZE_REGISTER - START);

	private final byte[] contents = new byte[SIZE];
	private final boolean faultsWhenCached;
	private boolean cached = true;

	SystemFlash(long seed, int sizeKb, boolean faultsWhenCached) {
		this.faultsWhenCached = faultsWhenCached;
		Arrays.fill(contents, (byte) 0xFF);
		ByteBuffer.wrap(contents).order(ByteOrder.LITTLE_ENDIAN).putInt(UNIQUE_ID, 0x00420031).putLong(UNIQUE_ID + Integer.BYTES,
				seed).putShort(SIZE_REGISTER, (short) sizeKb);
	}

	static boolean contains(long address, int length) {
		return address >= START && address + length <= START + SIZE;
	}

	void setCached(boolean cacheable) {
		cached = cacheable;
	}

	void read(long address, byte[] dst, int off, int len) throws FlashException {
		if (cached && faultsWhenCached) {
			throw new FlashException(FlashError.BUS_FAULT, address, String.format(
					"Bus fault: 0x%08X is in the system flash, which cannot be read through the cache;"
							+ " map it as device memory in the MPU first", address));
		}
		System.arraycopy(contents, (int) (address - START), dst, off, len);
	}
}
