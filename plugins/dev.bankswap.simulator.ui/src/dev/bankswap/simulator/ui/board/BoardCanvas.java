/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.bankswap.ui.BankswapUi;

/**
 * The widget that draws the board. It scrolls when there is too little room, has a tooltip for every part, can be walked with
 * the arrow keys, and tells a screen reader in words what it shows. UI thread only.
 */
final class BoardCanvas {

	/** Between lines of text: this fraction of their height. */
	private static final int LEADING = 6;

	private final ScrolledComposite scroller;

	private final Canvas canvas;

	private Optional<BoardState> shown = Optional.empty();

	private BoardPart selected = BoardPart.BANK_1;

	private BoardLayout layout;

	private Optional<BoardState> painted = Optional.empty();

	BoardCanvas(Composite parent) {
		scroller = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		canvas = new Canvas(scroller, SWT.DOUBLE_BUFFERED);
		canvas.setData(BankswapUi.WIDGET_NAME, "board.canvas"); //$NON-NLS-1$
		scroller.setContent(canvas);
		layout = measure();
		scroller.addControlListener(ControlListener.controlResizedAdapter(event -> relayout()));
		canvas.addPaintListener(event -> paint(event.gc));
		canvas.addListener(SWT.KeyDown, event -> key(new KeyEvent(event)));
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_MNEMONIC);
		canvas.addListener(SWT.MouseDown, event -> press(new MouseEvent(event)));
		canvas.addListener(SWT.MouseMove, event -> tooltip(new MouseEvent(event)));
		canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
		canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
		new BoardAccessible(this).addTo(canvas);
		IPropertyChangeListener themeChanged = event -> relayout();
		JFaceResources.getColorRegistry().addListener(themeChanged);
		JFaceResources.getFontRegistry().addListener(themeChanged);
		canvas.addDisposeListener(event -> {
			JFaceResources.getColorRegistry().removeListener(themeChanged);
			JFaceResources.getFontRegistry().removeListener(themeChanged);
		});
	}

	Control control() {
		return scroller;
	}

	Canvas canvas() {
		return canvas;
	}

	Optional<BoardState> shown() {
		return shown;
	}

	BoardPart selected() {
		return selected;
	}

	Optional<BoardPart> at(Point point) {
		return layout.at(point.x, point.y);
	}

	Rectangle bounds(BoardPart part) {
		return layout.of(part);
	}

	/** What is on the screen: lags behind {@link #shown()} until the platform repaints. */
	Optional<BoardState> painted() {
		return painted;
	}

	void show(BoardState state) {
		if (shown.isEmpty() || !shown.get().equals(state)) {
			shown = Optional.of(state);
			canvas.redraw();
		}
	}

	void setFocus() {
		canvas.setFocus();
	}

	void select(BoardPart part) {
		if (part != selected) {
			selected = part;
			reveal(layout.of(part));
			canvas.getAccessible().setFocus(part.ordinal());
			canvas.redraw();
		}
	}

	private void reveal(Rectangle bounds) {
		Rectangle area = scroller.getClientArea();
		Point origin = scroller.getOrigin();
		int below = Math.max(origin.y, bounds.y + bounds.height - area.height);
		scroller.setOrigin(origin.x, Math.min(below, bounds.y));
	}

	private void relayout() {
		layout = measure();
		scroller.setMinSize(layout.total());
		canvas.redraw();
	}

	private BoardLayout measure() {
		GC gc = new GC(canvas);
		try {
			gc.setFont(font());
			int column = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
			int line = gc.getFontMetrics().getHeight() + gc.getFontMetrics().getHeight() / LEADING;
			Rectangle area = scroller.getClientArea();
			return new BoardLayout(new Point(area.width - 1, area.height - 1), column, line);
		} finally {
			gc.dispose();
		}
	}

	private void paint(GC gc) {
		gc.setAntialias(SWT.ON);
		gc.setFont(font());
		Font bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
		CardPainter card = new CardPainter(gc, font(), bold, canvas.getForeground(), layout);
		BoardPainter painter = new BoardPainter(gc, card, layout);
		shown.ifPresent(painter::paint);
		if (canvas.isFocusControl()) {
			painter.paintSelection(selected);
		}
		painted = shown;
	}

	private void key(KeyEvent event) {
		BoardPart[] parts = BoardPart.values();
		int next = switch (event.keyCode) {
		case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> Math.min(parts.length - 1, selected.ordinal() + 1);
		case SWT.ARROW_LEFT, SWT.ARROW_UP -> Math.max(0, selected.ordinal() - 1);
		case SWT.HOME -> 0;
		case SWT.END -> parts.length - 1;
		default -> selected.ordinal();
		};
		select(parts[next]);
	}

	private void press(MouseEvent event) {
		canvas.setFocus();
		layout.at(event.x, event.y).ifPresent(this::select);
	}

	private void tooltip(MouseEvent event) {
		String text = shown.flatMap(state -> layout.at(event.x, event.y).map(part -> BoardText.describe(part, state)))
				.orElse(""); //$NON-NLS-1$
		if (!text.equals(canvas.getToolTipText())) {
			canvas.setToolTipText(text);
		}
	}

	private static Font font() {
		return JFaceResources.getDefaultFont();
	}
}
