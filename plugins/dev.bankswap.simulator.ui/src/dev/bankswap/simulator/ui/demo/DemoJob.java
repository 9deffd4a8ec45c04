/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.demo;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.progress.IProgressConstants;
import org.eclipse.ui.progress.IProgressConstants2;

import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.simulator.demo.DemoException;
import dev.bankswap.simulator.demo.DemoOptions;
import dev.bankswap.simulator.demo.DemoReport;
import dev.bankswap.simulator.ui.SimulatorUi;
import dev.bankswap.simulator.ui.session.SimulatorSession;
import dev.bankswap.ui.Errors;
import dev.bankswap.ui.Icons;
import dev.bankswap.ui.JobFamilies;
import dev.bankswap.ui.preferences.BankswapPreferences;

/**
 * Runs the demonstration. The user asked for it, but it opens no progress dialog: the views are there to be looked at while it
 * runs, and show its progress and the reason of a failure themselves.
 */
public final class DemoJob extends Job {

	private final SimulatorSession session;

	private final DemoOptions options;

	private DemoJob(SimulatorSession session, DemoOptions options) {
		super(Messages.DemoJob_name);
		this.session = session;
		this.options = options;
		setUser(false);
		setPriority(Job.LONG);
		setProperty(IProgressConstants.ICON_PROPERTY, Icons.descriptor(SimulatorUi.PLUGIN_ID, "etool16/run_demo.png")); //$NON-NLS-1$
		setProperty(IProgressConstants2.SHOW_IN_TASKBAR_ICON_PROPERTY, Boolean.TRUE);
		setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
	}

	/**
	 * Makes the job as the preferences of the workspace want it.
	 *
	 * @param session the session that will own the board
	 * @param image   firmware of the user; nothing for the sample firmware
	 * @param version its version, if the file does not tell it
	 * @param speed   simulated seconds in a real second; nothing for the preference
	 * @return the job; the caller schedules it
	 */
	public static DemoJob ofPreferences(SimulatorSession session, Optional<Path> image, Optional<FirmwareVersion> version,
			Optional<Double> speed) {
		BankswapPreferences preferences = BankswapPreferences.ofWorkspace();
		session.console().setLimit(preferences.consoleLines());
		return new DemoJob(session, new DemoOptions(image, version,
				speed.orElse(Double.valueOf(preferences.simulationSpeed())).doubleValue()));
	}

	@Override
	@NonNullByDefault({})
	protected IStatus run(IProgressMonitor monitor) {
		try {
			return toStatus(session.runDemo(options, SubMonitor.convert(monitor, getName(), 1)));
		} catch (OperationCanceledException | DemoException e) {
			return Errors.toStatus(SimulatorUi.PLUGIN_ID, Messages.DemoJob_cannot_run, e);
		}
	}

	@Override
	@NonNullByDefault({})
	public boolean belongsTo(Object family) {
		return family == JobFamilies.DEMO;
	}

	private static IStatus toStatus(DemoReport report) {
		return report.succeeded() ? Status.OK_STATUS
				: new Status(IStatus.ERROR, SimulatorUi.PLUGIN_ID, NLS.bind(Messages.DemoJob_not_succeeded,
						new Object[] { report.jobStatus(), report.version(), Integer.valueOf(report.bank()) }));
	}
}
