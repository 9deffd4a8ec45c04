/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.device.ReservedTopics.Request;
import dev.bankswap.cloud.service.CloudServices;

/**
 * Device Shadow. No shadow exists yet in this cloud, and the answers say so, so that no client waits for one.
 */
final class ShadowTopics implements ReservedTopics.Handler {

	private static final List<String> OPERATIONS = List.of("get", "update", "delete");

	private final CloudServices services;

	private final Publisher publisher;

	ShadowTopics(CloudServices services, Publisher publisher) {
		this.services = services;
		this.publisher = publisher;
	}

	@Override
	public boolean handle(Request request) {
		List<String> path = request.path();
		boolean named = path.size() == 3 && "name".equals(path.get(0));
		String operation = path.get(path.size() - 1);
		if (!named && path.size() != 1 || !OPERATIONS.contains(operation)) {
			return false;
		}
		ObjectNode reply = Json.object().put("code", 404).put("message",
				"No shadow exists with name: '" + (named ? path.get(1) : request.thing()) + "'");
		Json.JSON.read(request.payload()).map(body -> body.path("clientToken").textValue())
				.ifPresent(token -> reply.put("clientToken", token));
		reply.put("timestamp", Json.seconds(services.clock().instant()));
		publisher.publish(request.topic() + "/rejected", Json.JSON.write(reply), 0);
		return true;
	}
}
