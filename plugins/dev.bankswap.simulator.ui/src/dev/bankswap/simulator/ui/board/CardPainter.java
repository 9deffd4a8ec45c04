/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import dev.bankswap.ui.theme.ThemeColour;

/** The common look of all parts: a frame with a title, lines of text, badges, bars and lamps, all measured by the font. */
final class CardPainter {

	private static final String ELLIPSIS = "\u2026"; //$NON-NLS-1$

	private static final int TEXT_FLAGS = SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER;

	private final GC gc;

	private final Font normal;

	private final Font bold;

	private final Color text;

	private final int column;

	private final int line;

	CardPainter(GC gc, Font normal, Font bold, Color text, BoardLayout layout) {
		this.gc = gc;
		this.normal = normal;
		this.bold = bold;
		this.text = text;
		this.column = layout.column();
		this.line = layout.line();
	}

	int line() {
		return line;
	}

	int column() {
		return column;
	}

	/**
	 * Draws the frame and the title, and returns the room that is left for the content.
	 *
	 * @param bounds   the part
	 * @param title    its title
	 * @param reserved width that the title leaves free at its right, for a badge
	 */
	Rectangle frame(Rectangle bounds, String title, int reserved) {
		gc.setForeground(ThemeColour.GRID.get());
		gc.setLineWidth(stroke());
		gc.drawRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, column, column);
		gc.setFont(bold);
		gc.setForeground(text);
		gc.drawText(fit(title, bounds.width - 2 * column - reserved), bounds.x + column,
				bounds.y + BoardLayout.titleTop(line), TEXT_FLAGS);
		gc.setFont(normal);
		int top = BoardLayout.contentTop(line);
		return new Rectangle(bounds.x + column, bounds.y + top, bounds.width - 2 * column,
				bounds.height - top - BoardLayout.contentBottom(line));
	}

	/** Draws a label in the upper right corner of a part, and returns how much of the title's width it takes. */
	int badge(Rectangle bounds, String label, Color colour, boolean filled) {
		Point size = gc.textExtent(label, TEXT_FLAGS);
		int width = size.x + 2 * column;
		int height = size.y + line / 8;
		int x = bounds.x + bounds.width - width - column / 2;
		int y = bounds.y + BoardLayout.titleTop(line) - line / 16;
		if (filled) {
			gc.setBackground(colour);
			gc.fillRoundRectangle(x, y, width, height, height, height);
			gc.setForeground(ThemeColour.BADGE_TEXT.get());
		} else {
			gc.setForeground(ThemeColour.GRID.get());
			gc.drawRoundRectangle(x, y, width, height, height, height);
			gc.setForeground(text);
		}
		gc.drawText(label, x + column, y + (height - size.y) / 2, TEXT_FLAGS);
		gc.setForeground(text);
		return width;
	}

	void text(int x, int y, int width, String value) {
		gc.setForeground(text);
		gc.drawText(fit(value, width), x, y, TEXT_FLAGS);
	}

	void strong(int x, int y, int width, String value) {
		gc.setFont(bold);
		text(x, y, width, value);
		gc.setFont(normal);
	}

	void subdued(int x, int y, int width, String value) {
		gc.setForeground(ThemeColour.SUBDUED.get());
		gc.drawText(fit(value, width), x, y, TEXT_FLAGS);
		gc.setForeground(text);
	}

	/** Draws a progress bar of half a line's height. */
	void bar(int x, int y, int width, int done, int total, Color colour) {
		int height = line / 2;
		gc.setBackground(ThemeColour.BANK_ERASED.get());
		gc.fillRectangle(x, y, width, height);
		if (total > 0) {
			gc.setBackground(colour);
			gc.fillRectangle(x, y, (int) ((long) width * done / total), height);
		}
		gc.setForeground(ThemeColour.GRID.get());
		gc.drawRectangle(x, y, width, height);
		gc.setForeground(text);
	}

	/** Draws a lamp with its label. The label says the state too, not the colour alone. */
	void lamp(int x, int y, int width, boolean lit, Color on, String label) {
		int diameter = line * 2 / 3;
		gc.setBackground(lit ? on : ThemeColour.OFF.get());
		gc.fillOval(x, y + (line - diameter) / 2, diameter, diameter);
		gc.setForeground(ThemeColour.GRID.get());
		gc.drawOval(x, y + (line - diameter) / 2, diameter, diameter);
		gc.setForeground(text);
		int indent = diameter + column;
		gc.drawText(fit(label, width - indent), x + indent, y, TEXT_FLAGS);
	}

	/** Draws the outline that tells which part the keyboard is on. */
	void selection(Rectangle bounds) {
		gc.setForeground(ThemeColour.SELECTION.get());
		gc.setLineWidth(2 * stroke());
		gc.drawRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, column, column);
		gc.setLineWidth(stroke());
	}

	private int stroke() {
		return Math.max(1, line / 16);
	}

	private String fit(String value, int width) {
		if (gc.textExtent(value, TEXT_FLAGS).x <= width) {
			return value;
		}
		int fitting = 0;
		int tooLong = value.length();
		while (tooLong - fitting > 1) {
			int middle = (fitting + tooLong) / 2;
			boolean fits = gc.textExtent(value.substring(0, middle) + ELLIPSIS, TEXT_FLAGS).x <= width;
			fitting = fits ? middle : fitting;
			tooLong = fits ? tooLong : middle;
		}
		return value.substring(0, fitting) + ELLIPSIS;
	}
}
