/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

import dev.bankswap.ui.BankswapUi;
import dev.bankswap.ui.Errors;

/** What a view shows while no board exists: why it is empty, and a link that runs the demonstration. */
final class EmptyState {

	private final Composite area;

	EmptyState(Composite parent, IServiceLocator services, String text) {
		area = new Composite(parent, SWT.NONE);
		area.setLayout(new GridLayout());
		Label label = new Label(area, SWT.WRAP | SWT.CENTER);
		label.setText(text);
		label.setLayoutData(new GridData(SWT.FILL, SWT.END, true, true));
		Link link = new Link(area, SWT.NONE);
		link.setText(Messages.EmptyState_run_demo);
		link.setLayoutData(new GridData(SWT.CENTER, SWT.BEGINNING, true, true));
		link.setData(BankswapUi.WIDGET_NAME, "empty.run"); //$NON-NLS-1$
		link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> runDemo(services)));
	}

	Control control() {
		return area;
	}

	private static void runDemo(IServiceLocator services) {
		try {
			services.getService(IHandlerService.class).executeCommand(SimulatorUi.RUN_DEMO, null);
		} catch (CommandException e) {
			Errors.handleError(SimulatorUi.PLUGIN_ID, Messages.EmptyState_cannot_run, e, true);
		}
	}
}
