/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

import java.io.IOException;

/** A failure of a serial line or of the console behind it; the message says what happened and what to do, and holds no secrets. */
public class SerialException extends IOException {
	private static final long serialVersionUID = 1L;
	private final SerialProblem problem;

	/**
	 * Makes a failure without a technical cause.
	 *
	 * @param problem what kind of failure this is
	 * @param message what happened and what to do about it
	 */
	public SerialException(SerialProblem problem, String message) {
		super(message);
		this.problem = problem;
	}

	/**
	 * Makes a failure with a technical cause.
	 *
	 * @param problem what kind of failure this is
	 * @param message what happened and what to do about it
	 * @param cause what made it happen
	 */
	public SerialException(SerialProblem problem, String message, Throwable cause) {
		super(message, cause);
		this.problem = problem;
	}

	/**
	 * Tells the kind of failure.
	 *
	 * @return the kind
	 */
	public SerialProblem problem() {
		return problem;
	}
}
