/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

/** Bad input: nothing was started, and the message says in one line why and what to do. */
final class Refused extends Exception {

	private static final long serialVersionUID = 1;

	Refused(String message) {
		super(message);
	}

	Refused(String message, Throwable cause) {
		super(message, cause);
	}
}
