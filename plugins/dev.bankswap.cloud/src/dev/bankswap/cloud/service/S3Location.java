/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Where an object is stored.
 *
 * @param bucket the bucket
 * @param key the object's key
 * @param version version of the object, or null for the newest
 */
public record S3Location(String bucket, String key, @Nullable String version) {
}
