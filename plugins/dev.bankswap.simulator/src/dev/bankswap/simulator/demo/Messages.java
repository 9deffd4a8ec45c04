/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import org.eclipse.osgi.util.NLS;

/** What a demonstration tells its user. */
final class Messages extends NLS {

	static String BadImage = ""; //$NON-NLS-1$
	static String BoardEvidence = ""; //$NON-NLS-1$
	static String CloudEvidence = ""; //$NON-NLS-1$
	static String CommitEvidence = ""; //$NON-NLS-1$
	static String ConnectEvidence = ""; //$NON-NLS-1$
	static String DownloadEvidence = ""; //$NON-NLS-1$
	static String JobEnded = ""; //$NON-NLS-1$
	static String LaunchEvidence = ""; //$NON-NLS-1$
	static String LowestVersion = ""; //$NON-NLS-1$
	static String NoSuchFile = ""; //$NON-NLS-1$
	static String NoVersion = ""; //$NON-NLS-1$
	static String OtherVersion = ""; //$NON-NLS-1$
	static String ProvisionEvidence = ""; //$NON-NLS-1$
	static String SelfTestEvidence = ""; //$NON-NLS-1$
	static String StageFailed = ""; //$NON-NLS-1$
	static String StageTimedOut = ""; //$NON-NLS-1$
	static String SwapEvidence = ""; //$NON-NLS-1$
	static String Task = ""; //$NON-NLS-1$
	static String VerifyEvidence = ""; //$NON-NLS-1$

	static {
		NLS.initializeMessages("dev.bankswap.simulator.demo.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
		// not to be instantiated
	}
}
