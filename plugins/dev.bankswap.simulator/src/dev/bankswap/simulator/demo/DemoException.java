/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

/** A stage of the demonstration failed. The message says which, why, and what to do, in words for the user. */
public final class DemoException extends Exception {

	private static final long serialVersionUID = 1;

	/**
	 * Makes an exception without a cause.
	 *
	 * @param message what happened and what to do
	 */
	public DemoException(String message) {
		super(message);
	}

	/**
	 * Makes an exception with a cause.
	 *
	 * @param message what happened and what to do
	 * @param cause   why
	 */
	public DemoException(String message, Throwable cause) {
		super(message, cause);
	}
}
