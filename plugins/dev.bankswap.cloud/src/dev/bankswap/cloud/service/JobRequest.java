/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the creator of a job wants.
 *
 * @param jobId id, unique in the account
 * @param targetArns things that shall execute it
 * @param document the job document
 * @param description free text
 * @param targetSelection {@code SNAPSHOT} or {@code CONTINUOUS}
 */
public record JobRequest(String jobId, List<String> targetArns, ObjectNode document, String description, String targetSelection) {

	/**
	 * Copies the list and the document, so that a request is a value.
	 *
	 * @param jobId id, unique in the account
	 * @param targetArns things that shall execute it
	 * @param document the job document
	 * @param description free text
	 * @param targetSelection {@code SNAPSHOT} or {@code CONTINUOUS}
	 */
	public JobRequest {
		targetArns = List.copyOf(targetArns);
		document = document.deepCopy();
	}
}
