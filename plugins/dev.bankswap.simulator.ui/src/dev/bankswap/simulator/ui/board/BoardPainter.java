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

	void paint(BoardState state) {
		DeviceView view = state.device();
		bank.paint(layout.of(BoardPart.BANK_1), BoardPart.BANK_1, view.bank1());
		bank.paint(layout.of(BoardPart.BANK_2), BoardPart.BANK_2, view.bank2());
		optionBytes(view);
		ota(view);
		board(state);
	}

	void paintSelection(BoardPart part) {
		card.selection(layout.of(part));
	}

	private void optionBytes(DeviceView view) {
		Rectangle bounds = layout.of(BoardPart.OPTION_BYTES);
		boolean changes = view.swapBank() != view.swapBankNext();
		int badge = changes ? card.badge(bounds, Messages.BoardText_swap_badge, ThemeColour.BANK_PENDING.get(), true) : 0;
		Rectangle inner = card.frame(bounds, BoardText.title(BoardPart.OPTION_BYTES), badge);
		card.text(inner.x, inner.y, inner.width, BoardText.swapApplied(view));
		int next = inner.y + card.line();
		if (changes) {
			card.strong(inner.x, next, inner.width, BoardText.swapNext(view));
		} else {
			card.text(inner.x, next, inner.width, BoardText.swapNext(view));
		}
	}

	private void ota(DeviceView view) {
		Rectangle inner = card.frame(layout.of(BoardPart.OTA), BoardText.title(BoardPart.OTA), 0);
		List<String> lines = BoardText.otaLines(view);
		for (int i = 0; i < lines.size(); i++) {
			card.text(inner.x, inner.y + i * card.line(), inner.width, lines.get(i));
		}
		card.bar(inner.x, inner.y + lines.size() * card.line() + card.line() / 4, inner.width, view.blocksReceived(),
				view.blocksTotal(), ThemeColour.BANK_RECEIVING.get());
	}

	/** Two lines where the part is as wide as the drawing, else four. */
	private void board(BoardState state) {
		Rectangle bounds = layout.of(BoardPart.BOARD);
		int badge = state.paused() ? card.badge(bounds, Messages.BoardText_paused, ThemeColour.BANK_SELF_TEST.get(), true) : 0;
		Rectangle inner = card.frame(bounds, BoardText.title(BoardPart.BOARD), badge);
		DeviceView view = state.device();
		int half = inner.width / 2;
		int third = inner.width / 3;
		int line = card.line();
		if (layout.flat()) {
			card.text(inner.x, inner.y, half, BoardText.power(view));
			card.text(inner.x + half, inner.y, half, BoardText.clock(view));
			link(inner.x, inner.y + line, third, view);
			leds(inner.x + third, inner.y + line, third, view);
		} else {
			card.text(inner.x, inner.y, inner.width, BoardText.power(view));
			card.text(inner.x, inner.y + line, inner.width, BoardText.clock(view));
			link(inner.x, inner.y + 2 * line, inner.width, view);
			leds(inner.x, inner.y + 3 * line, half, view);
		}
	}

	private void link(int x, int y, int width, DeviceView view) {
		card.lamp(x, y, width, view.connected(), ThemeColour.LED_GREEN.get(), BoardText.link(view));
	}

	private void leds(int x, int y, int width, DeviceView view) {
		card.lamp(x, y, width, view.greenLed(), ThemeColour.LED_GREEN.get(),
				BoardText.lamp(Messages.BoardText_green, view.greenLed()));
		card.lamp(x + width, y, width, view.redLed(), ThemeColour.LED_RED.get(),
				BoardText.lamp(Messages.BoardText_red, view.redLed()));
	}
}
