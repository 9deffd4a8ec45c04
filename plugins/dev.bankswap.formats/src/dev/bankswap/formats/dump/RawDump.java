/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats.dump;

import dev.bankswap.formats.ImageFormatException;

/** Checks raw dumps, which tell nothing about themselves but their size. */
public final class RawDump {

	private static final int NOR_SECTOR = 4096;
	private static final int VOLUME_END = BoardMemory.VOLUME_OFFSET + BoardMemory.VOLUME_SIZE;
	private static final int BANK = BoardMemory.LOW_BANK.size();

	private RawDump() {
		// only functions
	}

	/**
	 * Checks the size of the dump of a bank.
	 *
	 * @param name what to call it in messages
	 * @param size bytes
	 * @throws ImageFormatException if it is not exactly one bank
	 */
	public static void checkBank(String name, long size) throws ImageFormatException {
		if (size != BANK) {
			throw new ImageFormatException(name, "the dump has " + size + " bytes, but a bank has " + BANK,
					size == 2L * BANK ? "It holds both banks: dump each by itself, so that it is clear which is which"
							: String.format("Dump the whole bank: 0x%X bytes from 0x%08X or 0x%08X", BANK,
									BoardMemory.LOW_BANK.address(), BoardMemory.HIGH_BANK.address()));
		}
	}

	/**
	 * Checks the size of a dump of the external NOR, and finds out where it starts.
	 *
	 * @param name what to call it in messages
	 * @param size bytes
	 * @return offset in the NOR: 0, or that of the file system if the dump is exactly as large as that
	 * @throws ImageFormatException if the file system is not in it completely
	 */
	public static int norOffset(String name, long size) throws ImageFormatException {
		if (size == BoardMemory.VOLUME_SIZE) {
			return BoardMemory.VOLUME_OFFSET;
		}
		if (size < VOLUME_END || size > BoardMemory.NOR.size() || size % NOR_SECTOR != 0) {
			throw new ImageFormatException(name, "the dump has " + size + " bytes, which is no dump of the external flash",
					String.format("Dump whole sectors of %d bytes from 0x%08X on: all %d, or at least the first %d; or only the file"
							+ " system, %d bytes from 0x%08X", NOR_SECTOR, BoardMemory.NOR.address(), BoardMemory.NOR.size(), VOLUME_END,
							BoardMemory.VOLUME_SIZE, BoardMemory.NOR.address() + BoardMemory.VOLUME_OFFSET));
		}
		return 0;
	}
}
