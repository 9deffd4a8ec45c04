/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** Is told of everything visible that happens on a board. */
public interface BoardListener {

	/**
	 * Called on the simulation thread at the moment of the event; must be quick.
	 *
	 * @param e what happened
	 */
	void event(BoardEvent e);
}
