/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/**
 * The bit SWAP_BANK in its three places: OPTSR_PRG is what the program wrote, OPTSR_CUR is what the option bytes hold since
 * the last launch, and the mapping is what the last reset applied.
 */
final class OptionBytes {

	private boolean programmed;
	private boolean current;
	private boolean applied;

	boolean programmed() {
		return programmed;
	}

	boolean current() {
		return current;
	}

	boolean applied() {
		return applied;
	}

	void program(boolean swap) {
		programmed = swap;
	}

	void launch() {
		current = programmed;
	}

	/** What a reset does: the registers are loaded from the option bytes, and the mapping follows. */
	void reset() {
		programmed = current;
		applied = current;
	}

	void restore(boolean swap) {
		current = swap;
		reset();
	}
}
