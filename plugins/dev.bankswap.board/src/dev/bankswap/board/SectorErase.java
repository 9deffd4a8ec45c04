/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Random;

/**
 * Erases a sector of the internal flash.
 *
 * @param cells    the bank
 * @param bank     its number
 * @param sector   the sector's number in it
 * @param duration how long it takes
 */
record SectorErase(FlashBank cells, int bank, int sector, long duration) implements CellOperation {

	@Override
	public void complete() {
		cells.eraseSector(sector);
	}

	@Override
	public void interrupt(Random random) {
		cells.interruptErase(sector, 1, random);
	}

	@Override
	public BoardEvent event(long time) {
		return new BoardEvent.SectorErased(time, bank, sector);
	}
}
