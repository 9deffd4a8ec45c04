/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The first two words of a program, which the core loads when it leaves reset. */
final class VectorTable {

	private static final int SIZE = 8;
	private static final long SRAM_START = 0x20000000L;
	private static final long SRAM_END = 0x200A0000L;
	private static final long ERASED = 0xFFFFFFFFL;
	private static final long BANK_END = InternalFlash.LOW_BASE + InternalFlash.BANK_SIZE;

	private VectorTable() {
		// only a function
	}

	/** Why the core cannot start what is mapped at the boot address. */
	static Optional<String> problem(InternalFlash flash) {
		byte[] words = new byte[SIZE];
		try {
			flash.read(InternalFlash.LOW_BASE, words, 0, SIZE);
		} catch (FlashException e) {
			return Optional.of("the vector table cannot be read: " + e.getMessage());
		}
		ByteBuffer table = ByteBuffer.wrap(words).order(ByteOrder.LITTLE_ENDIAN);
		return problem(Integer.toUnsignedLong(table.getInt()), Integer.toUnsignedLong(table.getInt()));
	}

	private static Optional<String> problem(long stackPointer, long resetVector) {
		if (stackPointer == ERASED && resetVector == ERASED) {
			return Optional.of("the bank is erased");
		}
		if (stackPointer <= SRAM_START || stackPointer > SRAM_END || stackPointer % Integer.BYTES != 0) {
			return Optional.of(String.format("the initial stack pointer 0x%08X is not in SRAM", stackPointer));
		}
		if ((resetVector & 1) == 0) {
			return Optional.of(String.format("the reset vector 0x%08X is no Thumb address", resetVector));
		}
		if (resetVector < InternalFlash.LOW_BASE + SIZE || resetVector >= BANK_END) {
			return Optional.of(String.format("the reset vector 0x%08X is not in the bank", resetVector));
		}
		return Optional.empty();
	}
}
