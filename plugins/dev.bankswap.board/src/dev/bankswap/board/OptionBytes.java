/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/**
 * The option bytes in their three places: the _PRG registers hold what the program wrote, the _CUR registers what is stored
 * since the last launch, and the mapping of the banks is what the last reset applied. Write protection acts from the launch
 * on, the swap of the banks waits for a reset.
 */
final class OptionBytes {

	/**
	 * What is stored.
	 *
	 * @param swapBank  bit SWAP_BANK
	 * @param writable1 WRP1R: a bit that is 0 protects four sectors of bank 1
	 * @param writable2 the same for bank 2
	 */
	record Values(boolean swapBank, int writable1, int writable2) {

		static final Values FACTORY = new Values(false, -1, -1);

		Values withSwapBank(boolean swap) {
			return new Values(swap, writable1, writable2);
		}

		Values withWritable(int physicalBank, int bits) {
			return physicalBank == 1 ? new Values(swapBank, bits, writable2) : new Values(swapBank, writable1, bits);
		}

		int writable(int physicalBank) {
			return physicalBank == 1 ? writable1 : writable2;
		}
	}

	/** Sectors that one bit of WRPxR protects. */
	static final int GROUP = 4;

	private Values programmed = Values.FACTORY;
	private Values current = Values.FACTORY;
	private boolean applied;

	Values programmed() {
		return programmed;
	}

	Values current() {
		return current;
	}

	boolean applied() {
		return applied;
	}

	boolean isProtected(int physicalBank, int sector) {
		return (current.writable(physicalBank) & 1 << sector / GROUP) == 0;
	}

	boolean anyProtected(int physicalBank) {
		return current.writable(physicalBank) != -1;
	}

	void program(Values values) {
		programmed = values;
	}

	void launch() {
		current = programmed;
	}

	/** What a reset does: the registers are loaded from the option bytes, and the mapping follows. */
	void reset() {
		programmed = current;
		applied = current.swapBank;
	}

	void restore(Values values) {
		current = values;
		reset();
	}
}
