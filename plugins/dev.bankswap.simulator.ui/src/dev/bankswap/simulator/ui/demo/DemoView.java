/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.demo;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;

import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.ui.RunDemoLink;
import dev.bankswap.simulator.ui.SimulatorPart;
import dev.bankswap.simulator.ui.session.DemoProgress;
import dev.bankswap.simulator.ui.session.SimulatorSession;
import dev.bankswap.ui.BankswapUi;

/** The view of the demonstration: its stages, and in the end what it has shown. */
public final class DemoView extends SimulatorPart {

	private @Nullable Label summary;

	private @Nullable Link again;

	private @Nullable ProgressBar bar;

	private @Nullable StageTable table;

	private DemoProgress shown = DemoProgress.none();

	/** Called by the platform. */
	public DemoView() {
		super("dev.bankswap.simulator.ui.demo"); //$NON-NLS-1$
	}

	@Override
	protected String emptyText() {
		return Messages.DemoView_empty;
	}

	@Override
	protected Control createContent(Composite parent, SimulatorSession session) {
		Composite area = new Composite(parent, SWT.NONE);
		area.setLayout(new GridLayout());
		Label text = new Label(area, SWT.WRAP);
		text.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
		text.setData(BankswapUi.WIDGET_NAME, "demo.summary"); //$NON-NLS-1$
		Link link = RunDemoLink.create(area, Messages.DemoView_run_again, getSite());
		GridDataFactory.fillDefaults().exclude(true).applyTo(link);
		link.setVisible(false);
		again = link;
		ProgressBar progress = new ProgressBar(area, SWT.HORIZONTAL | SWT.SMOOTH);
		progress.setMaximum(DemoStage.values().length);
		progress.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
		Composite rest = new Composite(area, SWT.NONE);
		rest.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		summary = text;
		bar = progress;
		EvidencePane evidence = new EvidencePane(area);
		table = new StageTable(rest, evidence::show);
		return area;
	}

	@Override
	protected boolean hasContent(SimulatorSession session) {
		return session.demo().phase() != DemoProgress.Phase.NONE;
	}

	@Override
	protected void refreshContent(SimulatorSession session) {
		DemoProgress demo = session.demo();
		Label text = summary;
		ProgressBar progress = bar;
		StageTable stages = table;
		if (demo == shown || text == null || progress == null || stages == null) {
			return;
		}
		shown = demo;
		text.setText(StageText.summary(demo));
		text.requestLayout();
		progress.setSelection(demo.done());
		stages.show(demo);
		offerAgain(demo.phase() == DemoProgress.Phase.FAILED || demo.phase() == DemoProgress.Phase.CANCELLED);
	}

	private void offerAgain(boolean offer) {
		Link link = again;
		if (link != null && link.getVisible() != offer) {
			link.setVisible(offer);
			((GridData) link.getLayoutData()).exclude = !offer;
			link.requestLayout();
		}
	}

	@Override
	public void setFocus() {
		StageTable stages = table;
		if (stages != null) {
			stages.setFocus();
		}
	}
}
