/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import dev.bankswap.board.InternalFlash;
import dev.bankswap.simulator.BankRole;
import dev.bankswap.simulator.BankView;
import dev.bankswap.ui.theme.ThemeColour;

/** Draws one flash bank: what it is for, what is in it, and its sectors to scale with the programmed part filled. */
final class BankPainter {

	private final GC gc;

	private final CardPainter card;

	BankPainter(GC gc, CardPainter card) {
		this.gc = gc;
		this.card = card;
	}

	void paint(Rectangle bounds, BoardPart part, BankView bank) {
		Color colour = colour(bank.role()).get();
		int badge = card.badge(bounds, BoardText.role(bank.role()), colour, bank.role() != BankRole.ERASED);
		Rectangle inner = card.frame(bounds, BoardText.title(part) + "  \u00b7  " + BoardText.version(bank), badge); //$NON-NLS-1$
		int line = card.line();
		card.subdued(inner.x, inner.y, inner.width, BoardText.address(bank));
		card.subdued(inner.x, inner.y + inner.height - line, inner.width, BoardText.programmed(bank));
		int gap = line / 4;
		Rectangle area = new Rectangle(inner.x, inner.y + line + gap, inner.width, inner.height - 2 * (line + gap));
		if (area.height > 0) {
			sectors(area, bank.programmedBytes(), colour);
		}
	}

	static ThemeColour colour(BankRole role) {
		return switch (role) {
		case ERASED -> ThemeColour.BANK_ERASED;
		case RUNNING -> ThemeColour.BANK_RUNNING;
		case SELF_TEST -> ThemeColour.BANK_SELF_TEST;
		case RECEIVING -> ThemeColour.BANK_RECEIVING;
		case PENDING -> ThemeColour.BANK_PENDING;
		case PREVIOUS -> ThemeColour.BANK_PREVIOUS;
		};
	}

	/** Few large strokes, not one rectangle for each sector: this is drawn many times a second while an update runs. */
	private void sectors(Rectangle area, int programmed, Color colour) {
		SectorGrid grid = new SectorGrid(area, BoardText.SECTORS);
		gc.setBackground(ThemeColour.BANK_ERASED.get());
		gc.fillRectangle(area);
		gc.setBackground(colour);
		for (int i = 0; i < BoardText.sectors(programmed); i++) {
			Rectangle cell = grid.sector(i);
			int bytes = Math.min(InternalFlash.SECTOR_SIZE, programmed - i * InternalFlash.SECTOR_SIZE);
			gc.fillRectangle(cell.x, cell.y, (int) ((long) cell.width * bytes / InternalFlash.SECTOR_SIZE), cell.height);
		}
		gc.setForeground(ThemeColour.GRID.get());
		for (int column = 0; column <= grid.columns(); column++) {
			gc.drawLine(grid.x(column), area.y, grid.x(column), area.y + area.height);
		}
		for (int row = 0; row <= grid.rows(); row++) {
			gc.drawLine(area.x, grid.y(row), area.x + area.width, grid.y(row));
		}
	}
}
