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
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/**
 * Shows a {@link ConsoleBuffer}. It holds the same lines as the buffer did at the last {@link #refresh()} and fetches only
 * what came after. Colours are computed for the lines on the screen only, so a long log costs nothing. UI thread only.
 */
public final class ConsoleText {

	private static final String NEW_LINE = "\n"; //$NON-NLS-1$

	private final StyledText text;

	private final ConsoleBuffer buffer;

	/** Number of the line that is the widget's line 0. */
	private long shownFirst;

	/** Number of the line after the widget's last one; that last one may have changed since. */
	private long shownEnd;

	private boolean following = true;

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
		text.addLineStyleListener(this::style);
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
	 * Switches between showing the newest line (the normal case) and staying where the user scrolled to.
	 *
	 * @param follow whether to show the newest line whenever there is one
	 */
	public void setFollowing(boolean follow) {
		following = follow;
		if (follow) {
			showEnd();
		}
	}

	/** Brings the widget up to date with the buffer. */
	public void refresh() {
		ConsoleSlice news = buffer.since(shownEnd - 1);
		if (news.from() >= shownEnd || news.first() >= shownEnd) {
			text.setText(String.join(NEW_LINE, news.lines()));
			shownFirst = news.from();
		} else {
			replaceTail(news);
			dropHead(news.first());
		}
		shownEnd = news.end();
		if (following) {
			showEnd();
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

	private void dropHead(long first) {
		int lines = (int) (first - shownFirst);
		if (lines > 0) {
			text.replaceTextRange(0, text.getOffsetAtLine(lines), ""); //$NON-NLS-1$
			shownFirst = first;
		}
	}

	private void showEnd() {
		text.setTopIndex(text.getLineCount());
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
