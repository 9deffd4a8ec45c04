/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

/** What a device may do in the account. */
public enum PolicyChoice {
	/** Exactly the topics that the firmware uses, for its own thing only. */
	LEAST_PRIVILEGE,
	/** Everything, as in the seed's steps: any device with this policy may read and write all topics. For development only. */
	ALLOW_ALL_DEV
}
