/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.device.ReservedTopics.Request;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.ServiceException;
import dev.bankswap.cloud.service.ServiceListener;
import dev.bankswap.cloud.service.ShadowEvent;
import dev.bankswap.cloud.service.ShadowService;

/**
 * Device Shadow over MQTT. Replies are ordinary messages: everybody who has subscribed sees them. What an update causes is
 * published for all of them, also for those that came over HTTP.
 */
final class ShadowTopics implements ReservedTopics.Handler, ServiceListener {

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
		boolean named = path.size() == 3 && "name".equals(path.get(0)) && !path.get(1).isEmpty();
		String operation = path.get(path.size() - 1);
		if (!named && path.size() != 1 || !OPERATIONS.contains(operation)) {
			return false;
		}
		try {
			run(request, operation, named ? path.get(1) : ShadowService.CLASSIC);
		} catch (ServiceException e) {
			publish(request.topic() + "/rejected", rejection(request, e));
		}
		return true;
	}

	private void run(Request request, String operation, String shadow) {
		switch (operation) {
			case "get":
				publish(request.topic() + "/accepted", services.shadows().get(request.thing(), shadow, request.payload()));
				break;
			case "update":
				services.shadows().update(request.thing(), shadow, request.payload());
				break;
			default:
				services.shadows().delete(request.thing(), shadow, request.payload());
				break;
		}
	}

	@Override
	public void shadowChanged(ShadowEvent event) {
		String prefix = "$aws/things/" + event.thingName() + "/shadow/"
				+ (ShadowService.CLASSIC.equals(event.shadowName()) ? "" : "name/" + event.shadowName() + "/");
		publish(prefix + (event.documents().isPresent() ? "update" : "delete") + "/accepted", event.accepted());
		event.documents().ifPresent(documents -> publish(prefix + "update/documents", documents));
		event.delta().ifPresent(delta -> publish(prefix + "update/delta", delta));
	}

	private ObjectNode rejection(Request request, ServiceException refusal) {
		ObjectNode reply = Json.object().put("code", refusal.httpStatus()).put("message", refusal.getMessage());
		reply.put("timestamp", Json.seconds(services.clock().instant()));
		token(request.payload()).ifPresent(token -> reply.put("clientToken", token));
		return reply;
	}

	/** The token of a request that was refused, if it can be made out and is one. */
	private static Optional<String> token(byte[] payload) {
		String text = new String(payload, StandardCharsets.UTF_8).replaceFirst("\0$", "");
		return Json.JSON.read(text.getBytes(StandardCharsets.UTF_8)).map(body -> body.path("clientToken").textValue())
				.filter(token -> token.getBytes(StandardCharsets.UTF_8).length <= JobRequestBody.MAX_TOKEN);
	}

	private void publish(String topic, ObjectNode message) {
		publisher.publish(topic, Json.JSON.write(message), 1);
	}
}
