/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * The input field below a console, in line mode: edited here, sent as a whole with Enter, Up and Down go through what was
 * sent before. A pasted block of lines, for instance a certificate, is sent after a question; it is never kept in the history.
 */
public final class CommandLine {

	private static final int HISTORY = 200;

	private final CommandHistory history = new CommandHistory(HISTORY);

	private final Composite area;

	private final Text input;

	private final Consumer<String> send;

	/**
	 * Makes the widget.
	 *
	 * @param parent where
	 * @param send   takes a line without its end
	 */
	public CommandLine(Composite parent, Consumer<String> send) {
		this.send = send;
		area = new Composite(parent, SWT.NONE);
		area.setLayout(new GridLayout(2, false));
		area.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
		new Label(area, SWT.NONE).setText(Messages.CommandLine_label);
		input = new Text(area, SWT.SINGLE | SWT.BORDER);
		input.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		input.setMessage(Messages.CommandLine_hint);
		input.setToolTipText(Messages.CommandLine_tooltip);
		input.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> enter()));
		input.addKeyListener(KeyListener.keyPressedAdapter(this::key));
		input.addVerifyListener(this::verify);
	}

	/**
	 * Returns the input field.
	 *
	 * @return the field, owned by this
	 */
	public Text field() {
		return input;
	}

	/**
	 * Allows or forbids typing: there may be no device that listens.
	 *
	 * @param enabled whether to allow it
	 */
	public void setEnabled(boolean enabled) {
		if (area.getEnabled() != enabled) {
			area.setEnabled(enabled);
			input.setEnabled(enabled);
			input.setMessage(enabled ? Messages.CommandLine_hint : Messages.CommandLine_no_device);
		}
	}

	private void enter() {
		String line = input.getText();
		history.add(line);
		input.setText(""); //$NON-NLS-1$
		send.accept(line);
	}

	private void key(KeyEvent event) {
		if (event.keyCode == SWT.ARROW_UP) {
			show(history.older(input.getText()));
			event.doit = false;
		} else if (event.keyCode == SWT.ARROW_DOWN) {
			show(history.newer(input.getText()));
			event.doit = false;
		}
	}

	private void verify(VerifyEvent event) {
		if (PastedLines.hasLineEnd(event.text)) {
			event.doit = false;
			String pasted = event.text;
			input.getDisplay().asyncExec(() -> paste(PastedLines.of(pasted)));
		}
	}

	private void paste(List<String> lines) {
		if (input.isDisposed()) {
			return;
		}
		if (lines.size() == 1) {
			input.insert(lines.get(0));
		} else if (!lines.isEmpty() && MessageDialog.openConfirm(input.getShell(), Messages.CommandLine_paste_title,
				NLS.bind(Messages.CommandLine_paste_question, Integer.valueOf(lines.size())))) {
			lines.forEach(send);
		}
	}

	private void show(String line) {
		input.setText(line);
		input.setSelection(line.length());
	}
}
