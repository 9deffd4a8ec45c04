/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.io.IOException;

/** The internal flash refused an access. */
public final class FlashException extends IOException {

	private static final long serialVersionUID = 1L;

	private final FlashError error;
	private final long address;

	FlashException(FlashError error, long address, String message) {
		super(message);
		this.error = error;
		this.address = address;
	}

	/**
	 * The kind of refusal.
	 *
	 * @return what is wrong
	 */
	public FlashError error() {
		return error;
	}

	/**
	 * Where it happened.
	 *
	 * @return mapped address, or 0 if the access had none
	 */
	public long address() {
		return address;
	}
}
