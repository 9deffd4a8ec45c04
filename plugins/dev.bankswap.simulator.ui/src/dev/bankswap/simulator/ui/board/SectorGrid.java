/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import org.eclipse.swt.graphics.Rectangle;

/** The sectors of one bank as cells of equal size, in rows from the lowest address on, as large as they fit an area. */
final class SectorGrid {

	private final Rectangle area;

	private final int columns;

	private final int rows;

	SectorGrid(Rectangle area, int sectors) {
		this.area = area;
		int best = 1;
		for (int candidate = 1; candidate <= sectors; candidate *= 2) {
			if (cell(candidate, sectors) > cell(best, sectors)) {
				best = candidate;
			}
		}
		columns = best;
		rows = (sectors + best - 1) / best;
	}

	/** The bounds of a cell. Cells of one row touch, so that rounding leaves no gaps of different width. */
	Rectangle sector(int index) {
		int column = index % columns;
		int row = index / columns;
		int x = area.x + column * area.width / columns;
		int y = area.y + row * area.height / rows;
		return new Rectangle(x, y, area.x + (column + 1) * area.width / columns - x,
				area.y + (row + 1) * area.height / rows - y);
	}

	/** The shorter side of a cell, the measure of how well sectors can be told apart. */
	private int cell(int candidateColumns, int sectors) {
		int candidateRows = (sectors + candidateColumns - 1) / candidateColumns;
		return Math.min(area.width / candidateColumns, area.height / candidateRows);
	}
}
