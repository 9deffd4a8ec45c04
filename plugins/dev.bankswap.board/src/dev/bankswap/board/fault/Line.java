/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board.fault;

/** The directions of the console's wire. */
public enum Line {

	/** What the host types. */
	TO_DEVICE,
	/** What the device prints. */
	TO_HOST
}
