/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.demo;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.bankswap.ui.BankswapUi;

/** Shows the whole evidence of one stage, below the table, where it can be read in a narrow view, selected and copied. */
final class EvidencePane {

	private static final int LINES = 3;

	private final Text text;

	private final GridData layoutData;

	EvidencePane(Composite parent) {
		text = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		text.setData(BankswapUi.WIDGET_NAME, "demo.evidence"); //$NON-NLS-1$
		layoutData = new GridData(SWT.FILL, SWT.END, true, false);
		layoutData.heightHint = LINES * text.getLineHeight();
		layoutData.exclude = true;
		text.setLayoutData(layoutData);
		text.setVisible(false);
		text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			@NonNullByDefault({})
			public void getName(AccessibleEvent event) {
				event.result = Messages.DemoView_evidence;
			}
		});
	}

	/** Shows a text. An empty one gives the room back to the table. */
	void show(String evidence) {
		if (!evidence.equals(text.getText())) {
			text.setText(evidence);
		}
		boolean visible = !evidence.isEmpty();
		if (layoutData.exclude == visible) {
			layoutData.exclude = !visible;
			text.setVisible(visible);
			text.getParent().layout();
		}
	}
}
