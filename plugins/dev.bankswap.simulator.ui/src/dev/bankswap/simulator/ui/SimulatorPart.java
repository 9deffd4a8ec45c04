/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;

import dev.bankswap.simulator.ui.session.SessionListener;
import dev.bankswap.simulator.ui.session.SimulatorSession;
import dev.bankswap.ui.PacedRefresh;

/**
 * What the views of the simulator have in common: they show the session, at most twenty times a second, or an empty state that
 * leads to the demonstration; the simulator's key bindings work while one of them is active.
 */
public abstract class SimulatorPart extends ViewPart {

	private final String help;

	private final StackLayout stack = new StackLayout();

	/**
	 * Made by the platform.
	 *
	 * @param help identifier of the view's help context
	 */
	protected SimulatorPart(String help) {
		this.help = help;
	}

	@Override
	@NonNullByDefault({})
	public final void createPartControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		area.setLayout(stack);
		SimulatorSession session = getSite().getService(SimulatorSession.class);
		EmptyState empty = new EmptyState(area, getSite(), emptyText());
		Control content = createContent(area, session);
		PacedRefresh refresh = new PacedRefresh(area.getDisplay(), () -> refresh(area, empty, content, session));
		SessionListener listener = changed -> refresh.request();
		session.addListener(listener);
		area.addDisposeListener(event -> {
			refresh.dispose();
			session.removeListener(listener);
		});
		PlatformUI.getWorkbench().getHelpSystem().setHelp(area, help);
		IContextService contexts = getSite().getService(IContextService.class);
		contexts.activateContext(SimulatorUi.CONTEXT);
		refresh(area, empty, content, session);
	}

	/**
	 * Returns what an empty view says above its link to the demonstration.
	 *
	 * @return a sentence
	 */
	protected abstract String emptyText();

	/**
	 * Makes the widgets of the view.
	 *
	 * @param parent  where
	 * @param session what they show
	 * @return the outermost one
	 */
	protected abstract Control createContent(Composite parent, SimulatorSession session);

	/**
	 * Tells whether there is something to show.
	 *
	 * @param session the session
	 * @return whether the content shall be visible, and not the empty state
	 */
	protected abstract boolean hasContent(SimulatorSession session);

	/**
	 * Brings the widgets up to date. UI thread.
	 *
	 * @param session the session
	 */
	protected abstract void refreshContent(SimulatorSession session);

	private void refresh(Composite area, EmptyState empty, Control content, SimulatorSession session) {
		if (area.isDisposed()) {
			return;
		}
		boolean filled = hasContent(session);
		if (filled) {
			refreshContent(session);
		} else {
			empty.show(session.demo().running());
		}
		Control top = filled ? content : empty.control();
		if (stack.topControl != top) {
			stack.topControl = top;
			area.layout();
		}
	}
}
