/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.EndpointInfo;
import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;

/** Where devices find the cloud. */
final class EndpointOperations {

	private static final TextRule TYPE = TextRule.oneOf("iot:Data", "iot:Data-ATS", "iot:CredentialProvider", "iot:Jobs");

	private final EndpointInfo endpoint;

	EndpointOperations(EndpointInfo endpoint) {
		this.endpoint = endpoint;
	}

	void addTo(Routes routes) {
		routes.add("GET", "/endpoint", this::describe);
	}

	/** As in AWS a host without a port. */
	private ObjectNode describe(RestCall call) {
		call.parameter("endpointType", TYPE);
		return Json.object().put("endpointAddress", endpoint.endpointHost());
	}
}
