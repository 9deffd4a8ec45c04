/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.startup;

import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

import dev.bankswap.simulator.ui.SimulatorUi;
import dev.bankswap.simulator.ui.demo.DemoJob;
import dev.bankswap.simulator.ui.session.SimulatorSession;
import dev.bankswap.ui.Errors;

/**
 * Runs the demonstration in a freshly started IDE when the command line says so. A Declarative Services component that the
 * event "application startup complete" wakes: nothing runs before the window is open, nothing is kept in the saved workbench
 * model, and without the option it is one look at the arguments.
 */
public final class DemoAtStartup implements EventHandler {

	@Override
	@NonNullByDefault({})
	public void handleEvent(Event event) {
		String[] arguments = Platform.getApplicationArgs();
		try {
			StartupOptions.parse(arguments).ifPresent(
					options -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> start(PlatformUI.getWorkbench(), options)));
		} catch (IllegalArgumentException e) {
			boolean exit = StartupOptions.exitWanted(arguments);
			Errors.handleError(SimulatorUi.PLUGIN_ID, Messages.DemoAtStartup_bad_options, e, !exit);
			if (exit) {
				exit(Errors.toStatus(SimulatorUi.PLUGIN_ID, Messages.DemoAtStartup_bad_options, e));
			}
		}
	}

	private static void start(IWorkbench workbench, StartupOptions options) {
		try {
			workbench.showPerspective(SimulatorUi.PERSPECTIVE, workbench.getWorkbenchWindows()[0]);
		} catch (WorkbenchException e) {
			Errors.handleError(SimulatorUi.PLUGIN_ID, Messages.DemoAtStartup_bad_options, e, true);
		}
		DemoJob job = DemoJob.ofPreferences(workbench.getService(SimulatorSession.class), options.image(), options.version(),
				options.speed());
		if (options.exit()) {
			job.addJobChangeListener(new JobChangeAdapter() {
				@Override
				@NonNullByDefault({})
				public void done(IJobChangeEvent end) {
					exit(Optional.ofNullable(end.getResult()).orElse(Status.CANCEL_STATUS));
				}
			});
		}
		job.schedule();
	}

	private static void exit(IStatus result) {
		ExitStatus.set(FrameworkUtil.getBundle(DemoAtStartup.class).getBundleContext(), result.isOK() ? 0 : 1);
		IWorkbench workbench = PlatformUI.getWorkbench();
		workbench.getDisplay().asyncExec(workbench::close);
	}
}
