/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Random;

/**
 * Erases a bank of the internal flash.
 *
 * @param cells    the bank
 * @param bank     its number
 * @param duration how long it takes
 */
record BankErase(FlashBank cells, int bank, long duration) implements CellOperation {

	@Override
	public void complete() {
		cells.erase();
	}

	@Override
	public void interrupt(Random random) {
		cells.interruptErase(0, InternalFlash.SECTORS, random);
	}

	@Override
	public BoardEvent event(long time) {
		return new BoardEvent.BankErased(time, bank);
	}
}
