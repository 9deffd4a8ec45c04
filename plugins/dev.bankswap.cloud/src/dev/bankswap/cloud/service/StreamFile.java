/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * A file of a stream.
 *
 * @param fileId 0 to 255, unique in the stream
 * @param location where its bytes are
 */
public record StreamFile(int fileId, S3Location location) {
}
