/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

/** Identifies a step of an operation; implemented by an enum for each operation. */
public interface StepId {
	/**
	 * Names the step for programs.
	 *
	 * @return the name of the constant
	 */
	String name();

	/**
	 * Names the step for the user.
	 *
	 * @return the name in the user's language
	 */
	String label();
}
