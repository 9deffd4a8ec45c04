/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

/** Follows the steps of an operation. Called by the operation's thread; must be quick. */
@FunctionalInterface
public interface StepListener {
	/**
	 * A step changed.
	 *
	 * @param report what changed
	 */
	void step(StepReport report);
}
