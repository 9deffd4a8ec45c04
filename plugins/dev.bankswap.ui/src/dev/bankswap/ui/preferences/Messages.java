/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.preferences;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package. The platform fills the fields, so they are not analysed for null. */
@NonNullByDefault({})
final class Messages extends NLS {

	public static String BankswapPreferencePage_console_lines;
	public static String BankswapPreferencePage_description;
	public static String BankswapPreferencePage_real_time;
	public static String BankswapPreferencePage_speed;
	public static String BankswapPreferencePage_times;
	public static String BankswapPreferencePage_unlimited;

	static {
		initializeMessages("dev.bankswap.ui.preferences.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
