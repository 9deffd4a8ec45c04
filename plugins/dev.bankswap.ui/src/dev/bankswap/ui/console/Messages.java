/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui.console;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package. The platform fills the fields, so they are not analysed for null. */
@NonNullByDefault({})
final class Messages extends NLS {

	public static String CommandLine_hint;
	public static String CommandLine_label;
	public static String CommandLine_no_device;
	public static String CommandLine_paste_question;
	public static String CommandLine_paste_title;
	public static String CommandLine_tooltip;

	static {
		initializeMessages("dev.bankswap.ui.console.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
