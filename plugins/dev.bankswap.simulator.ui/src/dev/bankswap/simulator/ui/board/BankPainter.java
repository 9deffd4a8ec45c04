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
		Rectangle inner = card.frame(bounds, BoardText.title(part) + "  \u00b7  " + BoardText.version(bank)); //$NON-NLS-1$
		Color colour = colour(bank.role()).get();
		card.badge(bounds, BoardText.role(bank.role()), colour, bank.role() != BankRole.ERASED);
		int line = card.line();
		card.subdued(inner.x, inner.y, inner.width, BoardText.address(bank));
		card.subdued(inner.x, inner.y + inner.height - line, inner.width, BoardText.programmed(bank));
		int gap = line / 3;
		Rectangle grid = new Rectangle(inner.x, inner.y + line + gap, inner.width, inner.height - 2 * (line + gap));
		if (grid.height > 0) {
			sectors(new SectorGrid(grid, BoardText.SECTORS), bank.programmedBytes(), colour);
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

	private void sectors(SectorGrid grid, int programmed, Color colour) {
		Color erased = ThemeColour.BANK_ERASED.get();
		Color line = ThemeColour.GRID.get();
		for (int i = 0; i < BoardText.SECTORS; i++) {
			Rectangle cell = grid.sector(i);
			gc.setBackground(erased);
			gc.fillRectangle(cell);
			int bytes = Math.max(0, Math.min(InternalFlash.SECTOR_SIZE, programmed - i * InternalFlash.SECTOR_SIZE));
			if (bytes > 0) {
				gc.setBackground(colour);
				gc.fillRectangle(cell.x, cell.y, (int) ((long) cell.width * bytes / InternalFlash.SECTOR_SIZE), cell.height);
			}
			gc.setForeground(line);
			gc.drawRectangle(cell);
		}
	}
}
