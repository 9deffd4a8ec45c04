/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

/** How far a step is. */
public enum StepState {
	/** It began. */
	RUNNING,
	/** It changed something, and that was checked. */
	DONE,
	/** There was nothing to do: what it wants was there before. */
	FOUND,
	/** It failed; the operation ends here. */
	FAILED
}
