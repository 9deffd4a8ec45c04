/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/**
 * Something that exists now.
 *
 * @param <T> what it is
 * @param value what was found or created
 * @param created whether this call created it; if not, it was there before and is not to be undone
 */
public record Ensured<T>(T value, boolean created) {
}
