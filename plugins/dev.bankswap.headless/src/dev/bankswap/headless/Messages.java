/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import org.eclipse.osgi.util.NLS;

/** What the commands say. */
final class Messages extends NLS {

	public static String BadAccount = ""; //$NON-NLS-1$
	public static String BadImage = ""; //$NON-NLS-1$
	public static String BadPort = ""; //$NON-NLS-1$
	public static String BadRegion = ""; //$NON-NLS-1$
	public static String BadSpeed = ""; //$NON-NLS-1$
	public static String BadVersion = ""; //$NON-NLS-1$
	public static String BenchBank = ""; //$NON-NLS-1$
	public static String BenchHeap = ""; //$NON-NLS-1$
	public static String BenchRead = ""; //$NON-NLS-1$
	public static String BenchSnapshot = ""; //$NON-NLS-1$
	public static String BenchSockets = ""; //$NON-NLS-1$
	public static String BenchUpdate = ""; //$NON-NLS-1$
	public static String BenchVirtual = ""; //$NON-NLS-1$
	public static String BenchWrite = ""; //$NON-NLS-1$
	public static String ColumnEvidence = ""; //$NON-NLS-1$
	public static String ColumnSimulated = ""; //$NON-NLS-1$
	public static String ColumnStage = ""; //$NON-NLS-1$
	public static String ColumnWall = ""; //$NON-NLS-1$
	public static String DemoStarts = ""; //$NON-NLS-1$
	public static String NoSuchFile = ""; //$NON-NLS-1$
	public static String NotSucceeded = ""; //$NON-NLS-1$
	public static String OtaTook = ""; //$NON-NLS-1$
	public static String PathTaken = ""; //$NON-NLS-1$
	public static String Refused = ""; //$NON-NLS-1$
	public static String SeeHelp = ""; //$NON-NLS-1$
	public static String StageDone = ""; //$NON-NLS-1$
	public static String Stopped = ""; //$NON-NLS-1$
	public static String Succeeded = ""; //$NON-NLS-1$
	public static String Unreadable = ""; //$NON-NLS-1$
	public static String Unwritable = ""; //$NON-NLS-1$
	public static String Verdict = ""; //$NON-NLS-1$

	static {
		NLS.initializeMessages("dev.bankswap.headless.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
		// not to be instantiated
	}
}
