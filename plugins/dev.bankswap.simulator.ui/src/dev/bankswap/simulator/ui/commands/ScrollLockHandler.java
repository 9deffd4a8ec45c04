/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.bankswap.simulator.ui.SimulatorUi;
import dev.bankswap.simulator.ui.console.DeviceConsoleView;

/** Switches whether the console follows the newest line. */
public final class ScrollLockHandler extends AbstractHandler {

	@Override
	@NonNullByDefault({})
	public Object execute(ExecutionEvent event) throws ExecutionException {
		boolean wasLocked = HandlerUtil.toggleCommandState(event.getCommand());
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		if (page != null && page.findView(SimulatorUi.CONSOLE_VIEW) instanceof DeviceConsoleView view) {
			view.setScrollLock(!wasLocked);
		}
		return null;
	}
}
