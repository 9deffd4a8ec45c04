/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the parts of the board are. Everything is measured in characters and lines of the font, so the drawing is right at
 * any font size and zoom. The two banks are side by side where they fit, else one above the other; the other parts are below, in as
 * many columns as fit.
 */
final class BoardLayout {

	private static final int BANK_COLUMNS = 30;

	private static final int BANK_LINES = 7;

	private static final int INFO_COLUMNS = 27;

	private static final int INFO_LINES = 6;

	private static final BoardPart[] INFOS = { BoardPart.OPTION_BYTES, BoardPart.OTA, BoardPart.BOARD };

	private static final Rectangle NOWHERE = new Rectangle(0, 0, 0, 0);

	private final Map<BoardPart, Rectangle> parts = new EnumMap<>(BoardPart.class);

	private final Point total;

	private final int gap;

	private final int column;

	private final int line;

	/**
	 * Lays out an area.
	 *
	 * @param size   the area
	 * @param column width of an average character
	 * @param line   height of a line
	 */
	BoardLayout(Point size, int column, int line) {
		this.column = column;
		this.line = line;
		this.gap = column;
		Point minimum = minimum(column, line);
		int width = Math.max(size.x, minimum.x);
		int infoColumns = Math.max(1, Math.min(INFOS.length, (width - gap) / (INFO_COLUMNS * column + gap)));
		int infoRows = (INFOS.length + infoColumns - 1) / infoColumns;
		int infoHeight = infoRows * INFO_LINES * line + (infoRows - 1) * gap;
		boolean beside = width >= 2 * BANK_COLUMNS * column + 3 * gap;
		int least = bankRows(beside) * BANK_LINES * line + bankRows(beside) * gap + infoHeight + 2 * gap;
		int height = Math.max(size.y, least);
		placeBanks(width, height - infoHeight - 2 * gap, beside);
		placeInfo(width, height - infoHeight - gap, infoColumns);
		total = new Point(width, height);
	}

	/** The size below which the drawing does not shrink: the view scrolls then. */
	static Point minimum(int column, int line) {
		return new Point(BANK_COLUMNS * column + 2 * column, BANK_LINES * line);
	}

	Point total() {
		return total;
	}

	int column() {
		return column;
	}

	int line() {
		return line;
	}

	Rectangle of(BoardPart part) {
		return parts.getOrDefault(part, NOWHERE);
	}

	Optional<BoardPart> at(int x, int y) {
		return Arrays.stream(BoardPart.values()).filter(part -> of(part).contains(x, y)).findFirst();
	}

	private static int bankRows(boolean beside) {
		return beside ? 1 : 2;
	}

	private void placeBanks(int width, int height, boolean beside) {
		int columns = beside ? 2 : 1;
		int rows = bankRows(beside);
		int w = (width - (columns + 1) * gap) / columns;
		int h = (height - rows * gap) / rows;
		parts.put(BoardPart.BANK_1, new Rectangle(gap, gap, w, h));
		parts.put(BoardPart.BANK_2, beside ? new Rectangle(2 * gap + w, gap, w, h) : new Rectangle(gap, 2 * gap + h, w, h));
	}

	/** Row by row; the last row shares the whole width, however few parts are in it. */
	private void placeInfo(int width, int top, int columns) {
		int h = INFO_LINES * line;
		for (int first = 0; first < INFOS.length; first += columns) {
			int count = Math.min(columns, INFOS.length - first);
			int w = (width - (count + 1) * gap) / count;
			int y = top + first / columns * (h + gap);
			for (int i = 0; i < count; i++) {
				parts.put(INFOS[first + i], new Rectangle(gap + i * (w + gap), y, w, h));
			}
		}
	}
}
