/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/**
 * An uploaded object.
 *
 * @param bucket the bucket
 * @param key its name in the bucket
 * @param versionId its version
 */
public record StoredImage(String bucket, String key, String versionId) {
}
