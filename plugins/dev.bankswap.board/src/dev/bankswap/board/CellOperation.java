/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Random;

/** A program or erase operation: something that a power cut can interrupt. */
interface CellOperation {

	/**
	 * How long it takes.
	 *
	 * @return nanoseconds
	 */
	long duration();

	/** What it does. */
	void complete();

	/**
	 * What it leaves when it ends too early.
	 *
	 * @param random decides
	 */
	void interrupt(Random random);

	/**
	 * What observers are told.
	 *
	 * @param time when it ended
	 * @return the event
	 */
	BoardEvent event(long time);
}
