/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** An action that waits for its time in a {@link Scheduler}. */
public interface Scheduled {

	/** Makes sure that the action does not run any more; without effect when it has run or was cancelled before. */
	void cancel();

	/**
	 * Whether the action is still going to run.
	 *
	 * @return false once it has started or was cancelled
	 */
	boolean pending();
}
