/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

import dev.bankswap.ui.Errors;

/** A link that runs the demonstration, for the places where a user wonders what to do next. */
public final class RunDemoLink {

	private RunDemoLink() {
	}

	/**
	 * Makes the link.
	 *
	 * @param parent   where
	 * @param text     what it says, with the anchor
	 * @param services finds the command
	 * @return the widget; the caller places it
	 */
	public static Link create(Composite parent, String text, IServiceLocator services) {
		Link link = new Link(parent, SWT.NONE);
		link.setText(text);
		link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> runDemo(services)));
		return link;
	}

	private static void runDemo(IServiceLocator services) {
		try {
			services.getService(IHandlerService.class).executeCommand(SimulatorUi.RUN_DEMO, null);
		} catch (CommandException e) {
			Errors.handleError(SimulatorUi.PLUGIN_ID, Messages.RunDemoLink_cannot_run, e, true);
		}
	}
}
