/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.BitSet;

/** The sectors of a memory that keep their contents, whatever is programmed or erased. */
final class StuckSectors {

	private final int sectorSize;
	private final BitSet sectors = new BitSet();
	private boolean any;

	StuckSectors(int sectorSize) {
		this.sectorSize = sectorSize;
	}

	boolean any() {
		return any;
	}

	boolean at(int address) {
		return any && sectors.get(address / sectorSize);
	}

	void add(int sector) {
		sectors.set(sector);
		any = true;
	}

	void clear() {
		sectors.clear();
		any = false;
	}
}
