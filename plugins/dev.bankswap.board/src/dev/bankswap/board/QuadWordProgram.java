/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Random;

/**
 * Programs a quad-word of the internal flash.
 *
 * @param cells    the bank
 * @param bank     its number
 * @param offset   where in the bank
 * @param source   contains the contents
 * @param first    where they start there
 * @param duration how long it takes
 */
record QuadWordProgram(FlashBank cells, int bank, int offset, byte[] source, int first,
		long duration) implements CellOperation {

	@Override
	public void complete() {
		cells.program(offset, source, first);
	}

	@Override
	public void interrupt(Random random) {
		cells.interruptProgram(offset, source, first, random);
	}

	@Override
	public BoardEvent event(long time) {
		return new BoardEvent.QuadWordProgrammed(time, bank, offset);
	}
}
