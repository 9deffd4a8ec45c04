/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.services.IServiceLocator;

import dev.bankswap.ui.BankswapUi;

/**
 * What a view shows while it has nothing to show: why it is empty, and a link that runs the demonstration; while one is starting,
 * that it is.
 */
final class EmptyState {

	private final Composite area;

	private final Label label;

	private final Link link;

	private final String idleText;

	EmptyState(Composite parent, IServiceLocator services, String text) {
		area = new Composite(parent, SWT.NONE);
		area.setLayout(new GridLayout());
		idleText = text;
		label = new Label(area, SWT.WRAP | SWT.CENTER);
		label.setText(text);
		label.setLayoutData(new GridData(SWT.FILL, SWT.END, true, true));
		link = RunDemoLink.create(area, Messages.EmptyState_run_demo, services);
		link.setLayoutData(new GridData(SWT.CENTER, SWT.BEGINNING, true, true));
		link.setData(BankswapUi.WIDGET_NAME, "empty.run"); //$NON-NLS-1$
	}

	Control control() {
		return area;
	}

	/** Offers the demonstration only while it can be run. */
	void show(boolean demoRuns) {
		String text = demoRuns ? Messages.EmptyState_starting : idleText;
		if (!text.equals(label.getText())) {
			label.setText(text);
			link.setVisible(!demoRuns);
			area.layout();
		}
	}
}
