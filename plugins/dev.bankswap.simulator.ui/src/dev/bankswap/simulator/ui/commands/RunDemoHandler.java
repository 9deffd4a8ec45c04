/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.commands;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.bankswap.simulator.ui.SimulatorUi;
import dev.bankswap.simulator.ui.demo.DemoJob;
import dev.bankswap.simulator.ui.session.SimulatorSession;

/** Runs the demonstration, and shows the perspective in which it can be seen. */
public final class RunDemoHandler extends AbstractHandler {

	@Override
	@NonNullByDefault({})
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		try {
			window.getWorkbench().showPerspective(SimulatorUi.PERSPECTIVE, window);
		} catch (WorkbenchException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
		DemoJob.ofPreferences(window.getService(SimulatorSession.class), Optional.empty(), Optional.empty(),
				Optional.empty()).schedule();
		return null;
	}
}
