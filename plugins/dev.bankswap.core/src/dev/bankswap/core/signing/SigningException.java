/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.signing;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

/** A code-signing key cannot be read, made or used; the message says what to do and holds nothing of the key. */
public final class SigningException extends IOException {
	private static final long serialVersionUID = 1L;

	SigningException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}
}
