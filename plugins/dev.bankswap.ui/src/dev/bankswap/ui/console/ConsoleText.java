/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

import dev.bankswap.ui.PacedRefresh;

/**
 * Shows a {@link ConsoleBuffer}. It holds the same lines as the buffer did at the last {@link #refresh()} and fetches only
 * what came after. Colours are computed for the lines on the screen only, so a long log costs nothing. A refresh does a bounded
 * piece of work and asks for another one if something is left, so that neither a burst nor a long log freezes the window. It
 * shows the newest line, until the user scrolls away from it. UI thread only.
 */
public final class ConsoleText {

	private static final String NEW_LINE = "\n"; //$NON-NLS-1$

	/** What one refresh takes over at most: far more than a device can print between two. */
	private static final int MOST_LINES = 5_000;

	private static final int MARGIN = 3;

	private final StyledText text;

	private final ConsoleBuffer buffer;

	/** Always the same object, so that asking twice does not refresh twice. */
	private final Runnable goOn = this::refresh;

	/** Number of the line that is the widget's line 0. */
	private long shownFirst;

	/** Number of the line after the widget's last one; that last one may have changed since. */
	private long shownEnd;

	private boolean following = true;

	/** Whether the newest line was on the screen when the text or the user last moved it. */
	private boolean atEnd = true;

	/**
	 * Makes the widget.
	 *
	 * @param parent where
	 * @param buffer what to show
	 */
	public ConsoleText(Composite parent, ConsoleBuffer buffer) {
		this.buffer = buffer;
		text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
		text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		text.setMargins(MARGIN, MARGIN, MARGIN, 0);
		text.addLineStyleListener(this::style);
		text.getVerticalBar().addListener(SWT.Selection, event -> atEnd = showsEnd());
		text.addControlListener(ControlListener.controlResizedAdapter(event -> follow()));
		IPropertyChangeListener themeChanged = event -> restyle();
		JFaceResources.getColorRegistry().addListener(themeChanged);
		JFaceResources.getFontRegistry().addListener(themeChanged);
		text.addDisposeListener(event -> {
			JFaceResources.getColorRegistry().removeListener(themeChanged);
			JFaceResources.getFontRegistry().removeListener(themeChanged);
		});
		restyle();
		refresh();
	}

	/**
	 * Returns the widget.
	 *
	 * @return the widget, owned by this
	 */
	public StyledText widget() {
		return text;
	}

	/**
	 * Switches between showing the newest line (the normal case) and staying at the lines that are on the screen.
	 *
	 * @param follow whether to show the newest line whenever there is one
	 */
	public void setFollowing(boolean follow) {
		following = follow;
		showNewest();
	}

	/** Goes back to the newest line, wherever the user scrolled to; not while following is switched off. */
	public void showNewest() {
		atEnd = true;
		follow();
	}

	/** Brings the widget up to date with the buffer. */
	public void refresh() {
		if (text.isDisposed()) {
			return;
		}
		atEnd = showsEnd();
		ConsoleSlice news = buffer.since(shownEnd - 1, MOST_LINES);
		boolean dropped = news.first() > shownFirst;
		if (news.from() >= shownEnd) {
			text.setText(String.join(NEW_LINE, news.lines()));
			shownFirst = news.from();
			shownEnd = news.end();
		} else if (dropped) {
			dropHead(news.first());
		} else {
			replaceTail(news);
			shownEnd = news.end();
		}
		follow();
		if (dropped || !news.complete()) {
			text.getDisplay().timerExec(PacedRefresh.INTERVAL_MS, goOn);
		}
	}

	private void replaceTail(ConsoleSlice news) {
		int start = text.getOffsetAtLine((int) (news.from() - shownFirst));
		String tail = String.join(NEW_LINE, news.lines());
		int length = text.getCharCount() - start;
		if (length != tail.length() || !tail.equals(text.getTextRange(start, length))) {
			text.replaceTextRange(start, length, tail);
		}
	}

	/** Takes the oldest lines away. The lines on the screen stay where they are. */
	private void dropHead(long first) {
		int lines = (int) Math.min(first - shownFirst, text.getLineCount() - 1L);
		int top = text.getTopIndex();
		text.replaceTextRange(0, text.getOffsetAtLine(lines), ""); //$NON-NLS-1$
		text.setTopIndex(Math.max(0, top - lines));
		shownFirst = first;
	}

	private void follow() {
		if (following && atEnd) {
			text.setTopIndex(text.getLineCount());
		}
	}

	private boolean showsEnd() {
		int height = text.getClientArea().height;
		int lineHeight = text.getLineHeight();
		if (height < lineHeight) {
			return atEnd; // not laid out yet, or hidden
		}
		return text.getLinePixel(text.getLineCount() - 1) + lineHeight / 2 <= height;
	}

	private void restyle() {
		text.setFont(JFaceResources.getTextFont());
		text.redraw();
	}

	private void style(LineStyleEvent event) {
		Optional<LogLevel> level = LogLevel.of(event.lineText);
		level.ifPresent(l -> event.styles = new StyleRange[] {
				new StyleRange(event.lineOffset, event.lineText.length(), l.colour().get(), null) });
	}
}
