/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Map;

/**
 * What the writer of an object said about its content.
 *
 * @param contentType the media type
 * @param user        the user's own entries, without the {@code x-amz-meta-} prefix
 */
public record ObjectMetadata(String contentType, Map<String, String> user) {

	/** What S3 assumes when nothing is said. */
	public static final ObjectMetadata DEFAULT = new ObjectMetadata("binary/octet-stream", Map.of());
}
