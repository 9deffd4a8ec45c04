/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * The input field below a console, in line mode: edited here, sent as a whole with Enter, Up and Down go through what was
 * sent before.
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

	private void show(String line) {
		input.setText(line);
		input.setSelection(line.length());
	}
}
