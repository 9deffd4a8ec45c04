/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;

/**
 * A role that a service can take on.
 *
 * @param name          its name
 * @param path          its path, {@code /} by default
 * @param id            its unique id
 * @param arn           its ARN
 * @param trustDocument the policy that says who may take it on
 * @param description   what its maker says about it
 * @param created       when it was made
 * @param maxSessionSeconds how long it may be taken on
 */
public record Role(String name, String path, String id, String arn, String trustDocument, String description,
		Instant created, int maxSessionSeconds) {

	Role withTrust(String document) {
		return new Role(name, path, id, arn, document, description, created, maxSessionSeconds);
	}
}
