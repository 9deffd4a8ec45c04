/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import org.eclipse.osgi.util.NLS;

/** What is said about dumps. */
final class DumpMessages extends NLS {

	public static String Bank = ""; //$NON-NLS-1$
	public static String BankAccepts = ""; //$NON-NLS-1$
	public static String BankErased = ""; //$NON-NLS-1$
	public static String BankFilled = ""; //$NON-NLS-1$
	public static String BankMissing = ""; //$NON-NLS-1$
	public static String BankStarts = ""; //$NON-NLS-1$
	public static String BankVersionUnknown = ""; //$NON-NLS-1$
	public static String BankWillNotStart = ""; //$NON-NLS-1$
	public static String BlocksUnknown = ""; //$NON-NLS-1$
	public static String CannotRead = ""; //$NON-NLS-1$
	public static String FileSystem = ""; //$NON-NLS-1$
	public static String FileSystemMissing = ""; //$NON-NLS-1$
	public static String FileSystemUnreadable = ""; //$NON-NLS-1$
	public static String ImageState = ""; //$NON-NLS-1$
	public static String ImageStateNone = ""; //$NON-NLS-1$
	public static String ImageStateUnreadable = ""; //$NON-NLS-1$
	public static String ImageStateUnknown = ""; //$NON-NLS-1$
	public static String NotSaved = ""; //$NON-NLS-1$
	public static String OptionBytes = ""; //$NON-NLS-1$
	public static String OptionBytesMissing = ""; //$NON-NLS-1$
	public static String Problem = ""; //$NON-NLS-1$
	public static String Protected = ""; //$NON-NLS-1$
	public static String Saved = ""; //$NON-NLS-1$

	static {
		NLS.initializeMessages("dev.bankswap.headless.dump", DumpMessages.class); //$NON-NLS-1$
	}

	private DumpMessages() {
		// not to be instantiated
	}
}
