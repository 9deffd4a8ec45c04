/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Map;

/**
 * A thing of the registry.
 *
 * @param name thing name
 * @param arn its ARN
 * @param id its uuid
 * @param attributes searchable name/value pairs
 * @param version starts at 1, grows with each change
 */
public record Thing(String name, String arn, String id, Map<String, String> attributes, long version) {

	/**
	 * Copies the attributes, so that a thing is a value.
	 *
	 * @param name thing name
	 * @param arn its ARN
	 * @param id its uuid
	 * @param attributes searchable name/value pairs
	 * @param version starts at 1, grows with each change
	 */
	public Thing {
		attributes = Map.copyOf(attributes);
	}
}
