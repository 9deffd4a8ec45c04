/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator;

/** What a flash bank is used for at a moment of an update. */
public enum BankRole {
	/** Nothing programmed. */
	ERASED,
	/** The running image, committed: every later boot takes it. */
	RUNNING,
	/** The running image, on trial: a reset before the commit goes back to the other bank. */
	SELF_TEST,
	/** The inactive bank while an update is written into it. */
	RECEIVING,
	/** The inactive bank holds a verified image that the next boot takes. */
	PENDING,
	/** The inactive bank holds an image that nothing will boot by itself. */
	PREVIOUS
}
