/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.evidence;

/** Where a fact comes from. */
public enum EvidenceSource {
	/** The log of the device. */
	DEVICE_LOG,
	/** An answer of the device's command line. */
	DEVICE_CONSOLE,
	/** An answer of the cloud. */
	CLOUD,
	/** Something that was done or checked on this machine. */
	HOST
}
