/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

/**
 * What a resumed session is told. One firmware release waits for ever when it is told the truth.
 */
public enum SessionPresent {
	/** Say whether the session existed, as AWS does. */
	REAL,
	/** Say that it did not exist. */
	NEVER
}
