/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.startup;

import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;

/** Gives the IDE's process an exit status of ours. */
final class ExitStatus {

	private static final String PROPERTY = "eclipse.exitcode"; //$NON-NLS-1$

	private ExitStatus() {
	}

	/**
	 * Sets the exit status. The IDE's application always ends with 0, and the launcher reads the status after the framework has
	 * stopped; so it is set while the framework stops, after the application has had its say.
	 */
	static void set(BundleContext context, int status) {
		context.addBundleListener((SynchronousBundleListener) event -> {
			if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
				System.setProperty(PROPERTY, Integer.toString(status));
			}
		});
	}
}
