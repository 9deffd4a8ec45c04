/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class BoardLayoutTest {

	@ParameterizedTest
	@CsvSource({ "1200,700,8,20", "700,500,8,20", "300,900,8,20", "1,1,8,20", "1200,700,16,40", "5000,80,7,17", "505,371,8,19" })
	void partsNeverOverlapAndAreAllInside(int width, int height, int column, int line) {
		BoardLayout layout = new BoardLayout(new Point(width, height), column, line);
		Rectangle all = new Rectangle(0, 0, layout.total().x, layout.total().y);
		for (BoardPart part : BoardPart.values()) {
			Rectangle bounds = layout.of(part);
			assertTrue(bounds.width > 10 * column && bounds.height >= 3 * line, part + " " + bounds);
			assertEquals(bounds, all.intersection(bounds), part + " is outside");
			for (BoardPart other : BoardPart.values()) {
				assertFalse(part != other && bounds.intersects(layout.of(other)), part + " overlaps " + other);
			}
		}
	}

	/** The view in the default window of 1024 by 768, at 100 and 200 %, and in one of 1280 by 800. */
	@ParameterizedTest
	@CsvSource({ "505,365,8,19", "1010,730,16,38", "640,385,8,19" })
	void nothingIsCutOffInTheDefaultWindow(int width, int height, int column, int line) {
		BoardLayout layout = new BoardLayout(new Point(width, height), column, line);
		assertEquals(new Point(width, height), layout.total());
		assertEquals(layout.of(BoardPart.BANK_1).y, layout.of(BoardPart.BANK_2).y);
	}

	@Test
	void aPartThatHasARowForItselfIsFlat() {
		BoardLayout two = new BoardLayout(new Point(505, 365), 8, 19);
		assertTrue(two.flat());
		assertTrue(two.of(BoardPart.BOARD).height < two.of(BoardPart.OTA).height);
		assertFalse(new BoardLayout(new Point(1200, 700), 8, 20).flat());
		assertFalse(new BoardLayout(new Point(300, 700), 8, 20).flat());
	}

	@Test
	void banksAreSideBySideOnlyWhereTheyFit() {
		BoardLayout wide = new BoardLayout(new Point(1200, 700), 8, 20);
		assertEquals(wide.of(BoardPart.BANK_1).y, wide.of(BoardPart.BANK_2).y);
		BoardLayout narrow = new BoardLayout(new Point(300, 700), 8, 20);
		assertEquals(narrow.of(BoardPart.BANK_1).x, narrow.of(BoardPart.BANK_2).x);
	}

	@Test
	void aPointFindsItsPart() {
		BoardLayout layout = new BoardLayout(new Point(1200, 700), 8, 20);
		Rectangle bank2 = layout.of(BoardPart.BANK_2);
		assertEquals(Optional.of(BoardPart.BANK_2), layout.at(bank2.x + 5, bank2.y + 5));
		assertEquals(Optional.empty(), layout.at(0, 0));
	}

	@ParameterizedTest
	@CsvSource({ "400,200", "128,16", "50,300", "3,3" })
	void theSectorsTileTheirArea(int width, int height) {
		SectorGrid grid = new SectorGrid(new Rectangle(10, 20, width, height), 128);
		long area = 0;
		for (int i = 0; i < 128; i++) {
			Rectangle cell = grid.sector(i);
			area += (long) cell.width * cell.height;
		}
		assertEquals((long) width * height, area);
		assertEquals(10, grid.sector(0).x);
		assertEquals(20, grid.sector(0).y);
	}
}
