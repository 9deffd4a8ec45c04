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

	int columns() {
		return columns;
	}

	int rows() {
		return rows;
	}

	/** The left edge of a column, or the right edge of the last one. Rounded so that no gaps are left. */
	int x(int column) {
		return area.x + column * area.width / columns;
	}

	/** The upper edge of a row, or the lower edge of the last one. */
	int y(int row) {
		return area.y + row * area.height / rows;
	}

	/** The bounds of a cell. */
	Rectangle sector(int index) {
		int column = index % columns;
		int row = index / columns;
		return new Rectangle(x(column), y(row), x(column + 1) - x(column), y(row + 1) - y(row));
	}

	/** The shorter side of a cell, the measure of how well sectors can be told apart. */
	private int cell(int candidateColumns, int sectors) {
		int candidateRows = (sectors + candidateColumns - 1) / candidateColumns;
		return Math.min(area.width / candidateColumns, area.height / candidateRows);
	}
}
