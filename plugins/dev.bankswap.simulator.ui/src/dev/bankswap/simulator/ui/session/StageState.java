/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.session;

/** How far a stage of the demonstration is. */
public enum StageState {
	/** Not begun. */
	WAITING,
	/** Being done. */
	RUNNING,
	/** Ended well. */
	DONE,
	/** Ended badly. */
	FAILED,
	/** Ended because the user wanted it. */
	CANCELLED,
	/** Never begun, because the demonstration ended before. */
	NOT_REACHED
}
