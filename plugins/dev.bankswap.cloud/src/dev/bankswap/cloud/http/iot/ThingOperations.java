/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.rest.Json;
import dev.bankswap.cloud.http.rest.Members;
import dev.bankswap.cloud.http.rest.Page;
import dev.bankswap.cloud.http.rest.RestCall;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.http.rest.TextRule;
import dev.bankswap.cloud.service.ServiceException;
import dev.bankswap.cloud.service.Thing;
import dev.bankswap.cloud.service.ThingRegistry;

/** Things and the certificates that are attached to them. */
final class ThingOperations {

	private static final String NAME = "thingName";

	private static final String PRINCIPAL = "x-amzn-principal";

	private final ThingRegistry things;

	ThingOperations(ThingRegistry things) {
		this.things = things;
	}

	void addTo(Routes routes) {
		routes.add("POST", "/things/{thingName}", this::create).add("GET", "/things/{thingName}", this::describe)
				.add("DELETE", "/things/{thingName}", this::delete).add("GET", "/things", this::list)
				.add("PUT", "/things/{thingName}/principals", this::attach)
				.add("DELETE", "/things/{thingName}/principals", this::detach)
				.add("GET", "/things/{thingName}/principals", this::principals)
				.add("GET", "/principals/things", this::thingsOfPrincipal);
	}

	private ObjectNode create(RestCall call) {
		Members body = call.body();
		if (body.optionalText("thingTypeName", Shapes.THING_NAME).isPresent()
				|| body.optionalText("billingGroupName", Shapes.THING_NAME).isPresent()) {
			throw ServiceException.notFound("The local cloud has no thing types and no billing groups.");
		}
		Map<String, String> attributes = body.optionalChild("attributePayload")
				.map(payload -> payload.map("attributes", Shapes.ATTRIBUTE_NAME, Shapes.ATTRIBUTE_VALUE)).orElse(Map.of());
		Thing thing = things.create(call.label(NAME, Shapes.THING_NAME), attributes);
		return Json.object().put(NAME, thing.name()).put("thingArn", thing.arn()).put("thingId", thing.id());
	}

	private ObjectNode describe(RestCall call) {
		Thing thing = things.get(call.label(NAME, Shapes.THING_NAME));
		ObjectNode reply = Json.object().put("defaultClientId", thing.name()).put(NAME, thing.name())
				.put("thingId", thing.id()).put("thingArn", thing.arn());
		putAttributes(reply, thing);
		return reply.put("version", thing.version());
	}

	private ObjectNode delete(RestCall call) {
		Thing thing = things.get(call.label(NAME, Shapes.THING_NAME));
		OptionalLong expected = call.parameter("expectedVersion", TextRule.pattern(1, 18, "[0-9]+")).stream()
				.mapToLong(Long::parseLong).findFirst();
		if (expected.isPresent() && expected.getAsLong() != thing.version()) {
			throw new ServiceException("VersionConflictException", 409,
					"The expected version for thing " + thing.name() + " does not match.");
		}
		things.delete(thing.name());
		return Json.object();
	}

	private ObjectNode list(RestCall call) {
		var name = call.parameter("attributeName", Shapes.ATTRIBUTE_NAME);
		var value = call.parameter("attributeValue", Shapes.ATTRIBUTE_VALUE);
		List<Thing> found = things.list().stream()
				.filter(thing -> name.map(key -> thing.attributes().containsKey(key)
						&& value.map(wanted -> wanted.equals(thing.attributes().get(key))).orElse(true)).orElse(true))
				.toList();
		Page<Thing> page = call.page(found, "maxResults", "nextToken", Shapes.MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray("things");
		for (Thing thing : page.items()) {
			ObjectNode line = list.addObject().put(NAME, thing.name()).put("thingArn", thing.arn());
			putAttributes(line, thing);
			line.put("version", thing.version());
		}
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply;
	}

	private ObjectNode attach(RestCall call) {
		things.attachPrincipal(call.label(NAME, Shapes.THING_NAME), call.header(PRINCIPAL, "principal"));
		return Json.object();
	}

	private ObjectNode detach(RestCall call) {
		things.detachPrincipal(call.label(NAME, Shapes.THING_NAME), call.header(PRINCIPAL, "principal"));
		return Json.object();
	}

	private ObjectNode principals(RestCall call) {
		return page(call, "principals", things.principals(call.label(NAME, Shapes.THING_NAME)));
	}

	private ObjectNode thingsOfPrincipal(RestCall call) {
		return page(call, "things", things.thingsOf(call.header(PRINCIPAL, "principal")));
	}

	private static ObjectNode page(RestCall call, String member, List<String> all) {
		Page<String> page = call.page(all, "maxResults", "nextToken", Shapes.MAX_PAGE);
		ObjectNode reply = Json.object();
		ArrayNode list = reply.putArray(member);
		page.items().forEach(list::add);
		page.next().ifPresent(token -> reply.put("nextToken", token));
		return reply;
	}

	private static void putAttributes(ObjectNode json, Thing thing) {
		ObjectNode attributes = json.putObject("attributes");
		thing.attributes().forEach(attributes::put);
	}
}
