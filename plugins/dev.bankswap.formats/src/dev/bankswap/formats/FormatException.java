/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.formats;

import java.io.IOException;

/** Bytes of a stored record (key-value file, image state) are not what the firmware writes. */
public class FormatException extends IOException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 *
	 * @param message what is wrong with the record, and what it should look like
	 */
	public FormatException(String message) {
		super(message);
	}
}
