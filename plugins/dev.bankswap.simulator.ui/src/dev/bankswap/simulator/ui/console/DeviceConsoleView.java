/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.console;

import java.nio.charset.StandardCharsets;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.State;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.eclipse.ui.menus.IMenuService;

import dev.bankswap.simulator.ui.SimulatorPart;
import dev.bankswap.simulator.ui.SimulatorUi;
import dev.bankswap.simulator.ui.session.SimulatorSession;
import dev.bankswap.ui.BankswapUi;
import dev.bankswap.ui.console.CommandLine;
import dev.bankswap.ui.console.ConsoleText;

/** The view of the simulated board's console: everything it printed, and a line to type at it. */
public final class DeviceConsoleView extends SimulatorPart {

	private static final String OUTPUT_MENU = "popup:dev.bankswap.simulator.ui.console.output"; //$NON-NLS-1$

	private @Nullable ConsoleText output;

	private @Nullable CommandLine input;

	/** Called by the platform. */
	public DeviceConsoleView() {
		super("dev.bankswap.simulator.ui.console"); //$NON-NLS-1$
	}

	@Override
	protected String emptyText() {
		return Messages.DeviceConsoleView_empty;
	}

	@Override
	protected Control createContent(Composite parent, SimulatorSession session) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
		ConsoleText text = new ConsoleText(area, session.console());
		text.widget().setData(BankswapUi.WIDGET_NAME, "console.output"); //$NON-NLS-1$
		text.widget().getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(@Nullable AccessibleEvent event) {
				if (event != null) {
					event.result = Messages.DeviceConsoleView_output;
				}
			}
		});
		contextMenu(text.widget());
		new Label(area, SWT.SEPARATOR | SWT.HORIZONTAL).setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		CommandLine line = new CommandLine(area, typed -> {
			send(session, typed);
			text.showNewest();
		});
		line.field().setData(BankswapUi.WIDGET_NAME, "console.input"); //$NON-NLS-1$
		output = text;
		input = line;
		setScrollLock(scrollLockState());
		return area;
	}

	@Override
	protected boolean hasContent(SimulatorSession session) {
		return session.device().isPresent() || !session.console().isEmpty();
	}

	@Override
	protected void refreshContent(SimulatorSession session) {
		ConsoleText text = output;
		CommandLine line = input;
		if (text != null && line != null) {
			text.refresh();
			line.setEnabled(session.device().isPresent());
		}
	}

	@Override
	public void setFocus() {
		CommandLine line = input;
		if (line != null) {
			line.field().setFocus();
		}
	}

	/**
	 * Switches scroll lock.
	 *
	 * @param locked whether to stay where the user scrolled to, instead of showing the newest line
	 */
	public void setScrollLock(boolean locked) {
		ConsoleText text = output;
		if (text != null) {
			text.setFollowing(!locked);
		}
	}

	private void contextMenu(Control control) {
		IMenuService menus = getSite().getService(IMenuService.class);
		MenuManager manager = new MenuManager();
		menus.populateContributionManager(manager, OUTPUT_MENU);
		control.setMenu(manager.createContextMenu(control));
		control.addDisposeListener(event -> {
			menus.releaseContributions(manager);
			manager.dispose();
		});
	}

	private boolean scrollLockState() {
		Command command = getSite().getService(ICommandService.class).getCommand(SimulatorUi.SCROLL_LOCK);
		State state = command.getState(RegistryToggleState.STATE_ID);
		return state != null && Boolean.TRUE.equals(state.getValue());
	}

	/** The firmware ends a line at a lone LF, as the terminals that its guide names send it. */
	private static void send(SimulatorSession session, String line) {
		session.device().ifPresent(device -> device.type((line + '\n').getBytes(StandardCharsets.UTF_8)));
	}
}
