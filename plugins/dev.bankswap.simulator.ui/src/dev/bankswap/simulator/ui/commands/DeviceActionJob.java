/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.commands;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;

import dev.bankswap.simulator.SimulatedDevice;
import dev.bankswap.simulator.ui.session.SimulatorSession;
import dev.bankswap.ui.JobFamilies;

/** Does one thing to a board away from the UI thread: stopping a simulation may have to wait for its current step. */
final class DeviceActionJob extends Job {

	private final SimulatorSession session;

	private final SimulatedDevice device;

	private final DeviceAction action;

	DeviceActionJob(SimulatorSession session, SimulatedDevice device, DeviceAction action) {
		super(device.name());
		this.session = session;
		this.device = device;
		this.action = action;
		setSystem(true);
		setPriority(Job.INTERACTIVE);
	}

	@Override
	@NonNullByDefault({})
	protected IStatus run(IProgressMonitor monitor) {
		action.doTo(device);
		session.changed();
		return Status.OK_STATUS;
	}

	@Override
	@NonNullByDefault({})
	public boolean belongsTo(Object family) {
		return family == JobFamilies.DEVICE;
	}
}
