/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;
import java.util.List;

/**
 * A file stream: a set of stored files that devices can read in blocks.
 *
 * @param streamId its id
 * @param arn its ARN
 * @param description free text
 * @param files what it offers
 * @param version starts at 1
 * @param createdAt when it was created
 * @param lastUpdatedAt last change
 * @param roleArn role that lets IoT read the files
 */
public record Stream(String streamId, String arn, String description, List<StreamFile> files, int version, Instant createdAt,
		Instant lastUpdatedAt, String roleArn) {

	/**
	 * Copies the list, so that a stream is a value.
	 *
	 * @param streamId its id
	 * @param arn its ARN
	 * @param description free text
	 * @param files what it offers
	 * @param version starts at 1
	 * @param createdAt when it was created
	 * @param lastUpdatedAt last change
	 * @param roleArn role that lets IoT read the files
	 */
	public Stream {
		files = List.copyOf(files);
	}
}
