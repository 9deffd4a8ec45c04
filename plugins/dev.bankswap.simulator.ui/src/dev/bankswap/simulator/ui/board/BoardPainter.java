/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import java.util.List;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import dev.bankswap.simulator.DeviceView;
import dev.bankswap.ui.theme.ThemeColour;

/** Draws the whole board at one moment. Keeps nothing: the same view at the same size always looks the same. */
final class BoardPainter {

	private final BoardLayout layout;

	private final CardPainter card;

	private final BankPainter bank;

	BoardPainter(GC gc, CardPainter card, BoardLayout layout) {
		this.layout = layout;
		this.card = card;
		this.bank = new BankPainter(gc, card);
	}

	void paint(DeviceView view) {
		bank.paint(layout.of(BoardPart.BANK_1), BoardPart.BANK_1, view.bank1());
		bank.paint(layout.of(BoardPart.BANK_2), BoardPart.BANK_2, view.bank2());
		optionBytes(view);
		ota(view);
		board(view);
	}

	void paintSelection(BoardPart part) {
		card.selection(layout.of(part));
	}

	private void optionBytes(DeviceView view) {
		Rectangle bounds = layout.of(BoardPart.OPTION_BYTES);
		Rectangle inner = card.frame(bounds, BoardText.title(BoardPart.OPTION_BYTES));
		card.text(inner.x, inner.y, inner.width, BoardText.swapApplied(view));
		boolean changes = view.swapBank() != view.swapBankNext();
		if (changes) {
			card.badge(bounds, Messages.BoardText_swap_badge, ThemeColour.BANK_PENDING.get(), true);
			card.strong(inner.x, inner.y + card.line(), inner.width, BoardText.swapNext(view));
		} else {
			card.text(inner.x, inner.y + card.line(), inner.width, BoardText.swapNext(view));
		}
	}

	private void ota(DeviceView view) {
		Rectangle inner = card.frame(layout.of(BoardPart.OTA), BoardText.title(BoardPart.OTA));
		List<String> lines = BoardText.lines(BoardPart.OTA, view);
		for (int i = 0; i < lines.size(); i++) {
			card.text(inner.x, inner.y + i * card.line(), inner.width, lines.get(i));
		}
		card.bar(inner.x, inner.y + lines.size() * card.line() + card.line() / 4, inner.width, view.blocksReceived(),
				view.blocksTotal(), ThemeColour.BANK_RECEIVING.get());
	}

	private void board(DeviceView view) {
		Rectangle inner = card.frame(layout.of(BoardPart.BOARD), BoardText.title(BoardPart.BOARD));
		int line = card.line();
		card.text(inner.x, inner.y, inner.width, BoardText.power(view));
		card.text(inner.x, inner.y + line, inner.width, BoardText.clock(view));
		card.lamp(inner.x, inner.y + 2 * line, view.connected(), ThemeColour.LED_GREEN.get(), BoardText.link(view));
		int y = inner.y + 3 * line;
		int next = card.lamp(inner.x, y, view.greenLed(), ThemeColour.LED_GREEN.get(),
				BoardText.led(Messages.BoardText_green, view.greenLed()));
		card.lamp(inner.x + next, y, view.redLed(), ThemeColour.LED_RED.get(),
				BoardText.led(Messages.BoardText_red, view.redLed()));
	}
}
