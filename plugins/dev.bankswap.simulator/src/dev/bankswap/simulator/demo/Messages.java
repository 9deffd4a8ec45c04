/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import org.eclipse.osgi.util.NLS;

/** What a demonstration tells its user. */
final class Messages extends NLS {

	public static String BadImage = ""; //$NON-NLS-1$
	public static String BoardEvidence = ""; //$NON-NLS-1$
	public static String CloudEvidence = ""; //$NON-NLS-1$
	public static String CommitEvidence = ""; //$NON-NLS-1$
	public static String ConnectEvidence = ""; //$NON-NLS-1$
	public static String DownloadEvidence = ""; //$NON-NLS-1$
	public static String JobEnded = ""; //$NON-NLS-1$
	public static String LaunchEvidence = ""; //$NON-NLS-1$
	public static String LowestVersion = ""; //$NON-NLS-1$
	public static String NoSuchFile = ""; //$NON-NLS-1$
	public static String NoVersion = ""; //$NON-NLS-1$
	public static String OtherVersion = ""; //$NON-NLS-1$
	public static String ProvisionEvidence = ""; //$NON-NLS-1$
	public static String SelfTestEvidence = ""; //$NON-NLS-1$
	public static String StageFailed = ""; //$NON-NLS-1$
	public static String StageTimedOut = ""; //$NON-NLS-1$
	public static String SwapEvidence = ""; //$NON-NLS-1$
	public static String Task = ""; //$NON-NLS-1$
	public static String VerifyEvidence = ""; //$NON-NLS-1$

	static {
		NLS.initializeMessages("dev.bankswap.simulator.demo.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
		// not to be instantiated
	}
}
