/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;

/**
 * A bucket as listings show it.
 *
 * @param name       the bucket's name
 * @param created    when it was made
 * @param versioning whether it keeps old versions
 */
public record Bucket(String name, Instant created, Versioning versioning) {
}
