/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * A part of an upload.
 *
 * @param number its place, 1 to 10000
 * @param etag   its entity tag, without quotation marks
 * @param bytes  its content; shared, never to be changed
 */
public record UploadedPart(int number, String etag, byte[] bytes) {
}
