/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board.fault;

/** When the supply goes away, seen from an operation. */
public enum Moment {

	/** The operation has not begun; nothing has changed. */
	BEFORE,
	/** The operation has begun and not ended: a partly programmed unit, a half-erased sector. */
	DURING,
	/** The operation is complete, but the program does not get to know. */
	AFTER
}
