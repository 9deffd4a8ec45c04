/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Random;

/**
 * Programs a page of the external NOR.
 *
 * @param cells    the memory
 * @param address  of the first byte
 * @param source   contains the bytes
 * @param first    index of the first one
 * @param length   how many
 * @param duration how long it takes
 */
record NorProgram(NorCells cells, int address, byte[] source, int first, int length,
		long duration) implements CellOperation {

	@Override
	public void complete() {
		cells.program(address, source, first, length);
	}

	@Override
	public void interrupt(Random random) {
		cells.interruptProgram(address, source, first, length, random);
	}

	@Override
	public BoardEvent event(long time) {
		return new BoardEvent.NorProgrammed(time, address, length);
	}
}
