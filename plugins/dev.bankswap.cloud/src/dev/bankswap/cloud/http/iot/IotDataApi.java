/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.RestJsonApi;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.CloudServices;
import dev.bankswap.cloud.service.RetainedMessage;
import dev.bankswap.cloud.service.ServiceException;
import dev.bankswap.cloud.service.ShadowService;

/** The data plane of AWS IoT over HTTP: shadows, and messages for those who do not speak MQTT. Payloads are raw. */
public final class IotDataApi extends RestJsonApi {

	private static final TextRule SHADOW_NAME = TextRule.pattern(1, 64, "[$a-zA-Z0-9:_-]+");

	private static final String SHADOW = "/things/{thingName}/shadow";

	private static final int MAX_NAMES = 100;

	private static final int MAX_MESSAGES = 200;

	private static final byte[] NOTHING = new byte[0];

	private final CloudServices services;

	/**
	 * Makes the API.
	 *
	 * @param services what is behind it
	 */
	public IotDataApi(CloudServices services) {
		super("AWS IoT Data Plane", "InvalidRequestException", new Routes());
		this.services = services;
		routes().add("GET", SHADOW, call -> services.shadows().get(thing(call), shadow(call), NOTHING))
				.add("POST", SHADOW, call -> services.shadows().update(thing(call), shadow(call), call.payload()))
				.add("DELETE", SHADOW, call -> services.shadows().delete(thing(call), shadow(call), NOTHING))
				.add("GET", "/api/things/shadow/ListNamedShadowsForThing/{thingName}", this::names)
				.add("POST", "/topics/{topic}", this::publish).add("GET", "/retainedMessage", this::retainedMessages)
				.add("GET", "/retainedMessage/{topic}", this::retainedMessage);
	}

	private ObjectNode names(RestCall call) {
		Page<String> page = call.page(services.shadows().names(thing(call)), "pageSize", "nextToken", MAX_NAMES);
		ObjectNode reply = Json.object();
		ArrayNode results = reply.putArray("results");
		page.items().forEach(results::add);
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply.put("timestamp", services.clock().instant().getEpochSecond());
	}

	private ObjectNode publish(RestCall call) {
		int qos = call.parameter("qos", TextRule.oneOf("0", "1")).map(Integer::valueOf).orElse(0);
		services.messages().publish(call.label("topic", TextRule.ANY), call.payload(), qos, call.flag("retain"));
		return Json.object().put("message", "OK");
	}

	private ObjectNode retainedMessages(RestCall call) {
		Page<RetainedMessage> page = call.page(services.messages().retained(), "maxResults", "nextToken", MAX_MESSAGES);
		ObjectNode reply = Json.object();
		ArrayNode topics = reply.putArray("retainedTopics");
		page.items().forEach(message -> topics.addObject().put("topic", message.topic()).put("payloadSize", message.payload().length)
				.put("qos", message.qos()).put("lastModifiedTime", message.lastModified().toEpochMilli()));
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply;
	}

	private ObjectNode retainedMessage(RestCall call) {
		RetainedMessage message = services.messages().retained(call.label("topic", TextRule.ANY))
				.orElseThrow(() -> ServiceException.notFound("No retained message exists for this topic"));
		return Json.object().put("topic", message.topic()).put("payload", message.payload()).put("qos", message.qos())
				.put("lastModifiedTime", message.lastModified().toEpochMilli());
	}

	private static String thing(RestCall call) {
		return call.label("thingName", Shapes.THING_NAME);
	}

	private static String shadow(RestCall call) {
		return call.parameter("name", SHADOW_NAME).orElse(ShadowService.CLASSIC);
	}
}
