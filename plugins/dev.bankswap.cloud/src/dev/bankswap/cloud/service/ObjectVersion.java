/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * A line of a version listing.
 *
 * @param object the version
 * @param latest whether it is the one that a read without a version id returns
 */
public record ObjectVersion(StoredObject object, boolean latest) {
}
