/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package. The platform fills the fields, so they are not analysed for null. */
@NonNullByDefault({})
final class Messages extends NLS {

	public static String EmptyState_run_demo;
	public static String EmptyState_starting;
	public static String RunDemoLink_cannot_run;

	static {
		initializeMessages("dev.bankswap.simulator.ui.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
