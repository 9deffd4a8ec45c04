/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the parts of the board are. Everything is measured in characters and lines of the font, so the drawing is right at
 * any font size and zoom. The two banks are side by side where they fit, else one above the other, and take the height that is left; the
 * other parts are below, in as many columns as fit, no higher than their text.
 */
final class BoardLayout {

	private static final int BANK_COLUMNS = 30;

	/** Address and fill, and between them as much as the sectors need to be told apart. */
	private static final int BANK_LINES = 5;

	private static final int INFO_COLUMNS = 27;

	/** Width from which on the last part says everything in two lines. */
	private static final int FLAT_COLUMNS = 56;

	private static final int FLAT_LINES = 2;

	private static final Rectangle NOWHERE = new Rectangle(0, 0, 0, 0);

	private final Map<BoardPart, Rectangle> parts = new EnumMap<>(BoardPart.class);

	private final Point total;

	private final boolean flat;

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
		int width = Math.max(size.x, (BANK_COLUMNS + 2) * column);
		List<List<BoardPart>> infos = infoRows(width);
		flat = infos.size() > 1 && width >= FLAT_COLUMNS * column + 2 * gap;
		List<List<BoardPart>> banks = width >= 2 * BANK_COLUMNS * column + 3 * gap
				? List.of(List.of(BoardPart.BANK_1, BoardPart.BANK_2))
				: List.of(List.of(BoardPart.BANK_1), List.of(BoardPart.BANK_2));
		int infoHeight = infos.stream().mapToInt(row -> height(row) + gap).sum();
		int least = banks.stream().mapToInt(row -> height(row) + gap).sum() + infoHeight + gap;
		int height = Math.max(size.y, least);
		int bankHeight = (height - infoHeight - gap) / banks.size() - gap;
		int top = gap;
		for (List<BoardPart> row : banks) {
			place(row, width, top, bankHeight);
			top += bankHeight + gap;
		}
		for (List<BoardPart> row : infos) {
			place(row, width, top, height(row));
			top += height(row) + gap;
		}
		total = new Point(width, height);
	}

	/** The whole drawing; larger than the area if that is too small, and then the view scrolls. */
	Point total() {
		return total;
	}

	int column() {
		return column;
	}

	int line() {
		return line;
	}

	/** Whether the last part is as wide as the drawing and says everything in two lines. */
	boolean flat() {
		return flat;
	}

	Rectangle of(BoardPart part) {
		return parts.getOrDefault(part, NOWHERE);
	}

	Optional<BoardPart> at(int x, int y) {
		return Arrays.stream(BoardPart.values()).filter(part -> of(part).contains(x, y)).findFirst();
	}

	/** Where the title of a part is drawn, from its upper edge. */
	static int titleTop(int line) {
		return line / 4;
	}

	/** Where the content of a part begins, from its upper edge. */
	static int contentTop(int line) {
		return line + line / 2;
	}

	/** What stays free below the content of a part. */
	static int contentBottom(int line) {
		return line / 4;
	}

	private List<List<BoardPart>> infoRows(int width) {
		int fitting = (width - gap) / (INFO_COLUMNS * column + gap);
		return switch (Math.min(fitting, 3)) {
		case 3 -> List.of(List.of(BoardPart.OPTION_BYTES, BoardPart.OTA, BoardPart.BOARD));
		case 2 -> List.of(List.of(BoardPart.OPTION_BYTES, BoardPart.OTA), List.of(BoardPart.BOARD));
		default -> List.of(List.of(BoardPart.OPTION_BYTES), List.of(BoardPart.OTA), List.of(BoardPart.BOARD));
		};
	}

	private int height(List<BoardPart> row) {
		int lines = row.stream().mapToInt(this::lines).max().orElse(0);
		return contentTop(line) + lines * line + contentBottom(line);
	}

	private int lines(BoardPart part) {
		return switch (part) {
		case BANK_1, BANK_2 -> BANK_LINES;
		case OPTION_BYTES -> 2;
		case OTA -> 4;
		case BOARD -> flat ? FLAT_LINES : 4;
		};
	}

	/** The parts of a row share its width equally. */
	private void place(List<BoardPart> row, int width, int top, int height) {
		int each = (width - (row.size() + 1) * gap) / row.size();
		for (int i = 0; i < row.size(); i++) {
			parts.put(row.get(i), new Rectangle(gap + i * (each + gap), top, each, height));
		}
	}
}
