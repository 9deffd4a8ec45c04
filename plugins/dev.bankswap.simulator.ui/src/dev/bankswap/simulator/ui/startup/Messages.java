/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.startup;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package. The platform fills the fields, so they are not analysed for null. */
@NonNullByDefault({})
final class Messages extends NLS {

	public static String DemoAtStartup_bad_options;
	public static String StartupOptions_bad_image;
	public static String StartupOptions_bad_speed;
	public static String StartupOptions_bad_version;
	public static String StartupOptions_no_value;

	static {
		initializeMessages("dev.bankswap.simulator.ui.startup.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
