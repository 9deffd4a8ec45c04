/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * What a new role is to be.
 *
 * @param name          its name
 * @param path          its path, {@code /} by default
 * @param trustDocument the policy that says who may take it on
 * @param description   what its maker says about it
 * @param maxSessionSeconds how long it may be taken on
 */
public record RoleRequest(String name, String path, String trustDocument, String description, int maxSessionSeconds) {

	/** How long a role may be taken on if nothing is said. */
	public static final int DEFAULT_SESSION_SECONDS = 3600;
}
