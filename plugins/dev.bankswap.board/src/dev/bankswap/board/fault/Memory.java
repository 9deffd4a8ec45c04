/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board.fault;

/** The memories of a board that survive a power cut and that a fault can strike. */
public enum Memory {

	/** Physical bank 1 of the internal flash. */
	BANK_1(0x100000, 0x2000),
	/** Physical bank 2 of the internal flash. */
	BANK_2(0x100000, 0x2000),
	/** The external NOR flash. */
	NOR(64 << 20, 0x1000);

	private final int size;
	private final int sectorSize;

	Memory(int size, int sectorSize) {
		this.size = size;
		this.sectorSize = sectorSize;
	}

	/**
	 * Finds the memory of a bank.
	 *
	 * @param physicalBank 1 or 2
	 * @return its memory
	 */
	public static Memory ofBank(int physicalBank) {
		return switch (physicalBank) {
			case 1 -> BANK_1;
			case 2 -> BANK_2;
			default -> throw new IllegalArgumentException("There is no bank " + physicalBank + ", only 1 and 2");
		};
	}

	/**
	 * How large it is.
	 *
	 * @return bytes
	 */
	public int size() {
		return size;
	}

	/**
	 * How large the smallest unit is that can be erased.
	 *
	 * @return bytes
	 */
	public int sectorSize() {
		return sectorSize;
	}

	/**
	 * Whether an error correcting code guards it.
	 *
	 * @return true for the internal flash
	 */
	public boolean hasEcc() {
		return this != NOR;
	}
}
