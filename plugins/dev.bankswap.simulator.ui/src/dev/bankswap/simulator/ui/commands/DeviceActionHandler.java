/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.bankswap.simulator.ui.session.SimulatorSession;

/** Does one thing to the simulated board; {@code plugin.xml} says which, after the colon of the class name. */
public final class DeviceActionHandler extends AbstractHandler implements IExecutableExtension {

	private DeviceAction action = DeviceAction.RESET;

	@Override
	@NonNullByDefault({})
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		action = DeviceAction.valueOf(String.valueOf(data));
	}

	@Override
	@NonNullByDefault({})
	public Object execute(ExecutionEvent event) throws ExecutionException {
		SimulatorSession session = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(SimulatorSession.class);
		session.device().ifPresent(device -> new DeviceActionJob(session, device, action).schedule());
		return null;
	}
}
