/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;

/**
 * One version of an object in a bucket.
 *
 * @param key          the object's key
 * @param versionId    the version's id, the text {@code null} for an object of an unversioned bucket
 * @param etag         the entity tag, without quotation marks
 * @param bytes        the content; shared, never to be changed
 * @param lastModified when it was stored
 * @param deleteMarker whether this version only says that the object was deleted
 * @param metadata     what the writer said about the content
 */
public record StoredObject(String key, String versionId, String etag, byte[] bytes, Instant lastModified,
		boolean deleteMarker, ObjectMetadata metadata) {

	/**
	 * How long the content is.
	 *
	 * @return the number of bytes
	 */
	public int size() {
		return bytes.length;
	}
}
