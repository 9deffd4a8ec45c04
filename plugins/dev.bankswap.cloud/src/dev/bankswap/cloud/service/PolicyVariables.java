/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Optional;

/**
 * The values of policy variables and condition keys.
 */
final class PolicyVariables {

	private PolicyVariables() {
		// functions only
	}

	static Optional<String> value(String name, ConnectionContext connection) {
		switch (name) {
			case "iot:ClientId":
				return Optional.of(connection.clientId());
			case "iot:Connection.Thing.ThingName":
				return connection.thingName();
			case "iot:Connection.Thing.IsAttached":
				return Optional.of(String.valueOf(connection.thingName().isPresent()));
			case "*":
			case "?":
			case "$":
				return Optional.of(name);
			default:
				return Optional.empty();
		}
	}
}
