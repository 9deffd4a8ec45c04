/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/** Where a file of an OTA update is stored. */
public sealed interface FileSource {

	/**
	 * In a bucket.
	 *
	 * @param location the object
	 */
	record InBucket(S3Location location) implements FileSource {
	}

	/**
	 * In a stream that exists already.
	 *
	 * @param streamId the stream
	 * @param fileId   the file in it
	 */
	record InStream(String streamId, int fileId) implements FileSource {
	}
}
