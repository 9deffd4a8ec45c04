/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats.dump;

import java.util.Optional;

/** The memories of the board where a programmer sees them. The banks are at the addresses that SWAP_BANK gives them. */
public enum BoardMemory {

	/** The bank that the core starts from: bank 1 unless the banks are swapped. */
	LOW_BANK(0x08000000L, 1 << 20),
	/** The other bank. */
	HIGH_BANK(0x08100000L, 1 << 20),
	/** The external NOR, memory-mapped. */
	NOR(0x90000000L, 64 << 20);

	/** Where the file system starts in the NOR. */
	public static final int VOLUME_OFFSET = 0xA0000;

	/** Bytes of the file system: 1014 blocks. */
	public static final int VOLUME_SIZE = 1014 * 4096;

	private static final long SECURE_ALIAS = 0x0C000000L;

	private final long address;
	private final int size;

	BoardMemory(long address, int size) {
		this.address = address;
		this.size = size;
	}

	/**
	 * Tells where it starts.
	 *
	 * @return the address of the first byte
	 */
	public long address() {
		return address;
	}

	/**
	 * Tells how large it is.
	 *
	 * @return bytes
	 */
	public int size() {
		return size;
	}

	/**
	 * Says what is wrong with a range of addresses.
	 *
	 * @param from   address of the first byte
	 * @param length how many bytes
	 * @return the reason, or nothing if all of it is in flash
	 */
	static Optional<String> problem(long from, int length) {
		long flashEnd = HIGH_BANK.address + HIGH_BANK.size;
		boolean internal = from >= LOW_BANK.address && from + length <= flashEnd;
		boolean external = from >= NOR.address && from + length <= NOR.address + NOR.size;
		if (internal || external) {
			return Optional.empty();
		}
		boolean secure = from >= SECURE_ALIAS && from < SECURE_ALIAS + 2L * LOW_BANK.size;
		return Optional.of(String.format("there is no flash at 0x%08X", from)
				+ (secure ? " with TrustZone disabled, which is the secure alias of the internal flash" : ""));
	}
}
