/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.console;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package. The platform fills the fields, so they are not analysed for null. */
@NonNullByDefault({})
final class Messages extends NLS {

	public static String DeviceConsoleView_empty;
	public static String DeviceConsoleView_output;

	static {
		initializeMessages("dev.bankswap.simulator.ui.console.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
