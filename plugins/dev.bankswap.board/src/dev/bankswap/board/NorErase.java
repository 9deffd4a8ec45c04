/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Random;

/**
 * Erases a sector of the external NOR.
 *
 * @param cells    the memory
 * @param sector   the sector's number
 * @param duration how long it takes
 */
record NorErase(NorCells cells, int sector, long duration) implements CellOperation {

	@Override
	public void complete() {
		cells.eraseSector(sector);
	}

	@Override
	public void interrupt(Random random) {
		cells.interruptErase(sector, random);
	}

	@Override
	public BoardEvent event(long time) {
		return new BoardEvent.NorErased(time, sector * NorFlash.SECTOR);
	}
}
