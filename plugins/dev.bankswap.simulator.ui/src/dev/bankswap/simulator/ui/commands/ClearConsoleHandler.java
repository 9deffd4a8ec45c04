/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.bankswap.simulator.ui.session.SimulatorSession;

/** Forgets what the board printed so far. */
public final class ClearConsoleHandler extends AbstractHandler {

	@Override
	@NonNullByDefault({})
	public Object execute(ExecutionEvent event) throws ExecutionException {
		SimulatorSession session = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(SimulatorSession.class);
		session.console().clear();
		session.changed();
		return null;
	}
}
