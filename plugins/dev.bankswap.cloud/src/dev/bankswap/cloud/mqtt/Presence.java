/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.device.Publisher;
import dev.bankswap.cloud.service.Topics;

/**
 * AWS's life-cycle events: who connected, who is gone and why, who subscribed.
 */
final class Presence {

	private final Clock clock;

	private final Publisher publisher;

	private final Map<String, Long> versions = new HashMap<>();

	Presence(Clock clock, Publisher publisher) {
		this.clock = clock;
		this.publisher = publisher;
	}

	static String newSessionIdentifier() {
		return UUID.randomUUID().toString();
	}

	void connected(MqttConnection connection) {
		long version = versions.merge(connection.clientId(), 0L, (old, first) -> old + 1);
		ObjectNode event = event(connection, "connected").put("ipAddress", connection.address()).put("versionNumber", version);
		publish("presence/connected/", connection, event);
	}

	void disconnected(MqttConnection connection, DisconnectReason reason) {
		ObjectNode event = event(connection, "disconnected")
				.put("clientInitiatedDisconnect", reason == DisconnectReason.CLIENT_INITIATED_DISCONNECT)
				.put("disconnectReason", reason.name()).put("versionNumber", versions.getOrDefault(connection.clientId(), 0L));
		publish("presence/disconnected/", connection, event);
		if (Topics.reserved(connection.clientId())) {
			// an id that the broker made up never comes back
			versions.remove(connection.clientId());
		}
	}

	void subscribed(MqttConnection connection, Collection<String> filters) {
		subscriptionEvent("subscribed", connection, filters);
	}

	void unsubscribed(MqttConnection connection, Collection<String> filters) {
		subscriptionEvent("unsubscribed", connection, filters);
	}

	private void subscriptionEvent(String type, MqttConnection connection, Collection<String> filters) {
		ObjectNode event = event(connection, type);
		ArrayNode topics = event.putArray("topics");
		filters.forEach(topics::add);
		publish("subscriptions/" + type + "/", connection, event);
	}

	private ObjectNode event(MqttConnection connection, String type) {
		return JsonNodeFactory.instance.objectNode().put("clientId", connection.clientId()).put("timestamp", clock.millis())
				.put("eventType", type).put("sessionIdentifier", connection.sessionIdentifier())
				.put("principalIdentifier", connection.certificateId());
	}

	private void publish(String kind, MqttConnection connection, ObjectNode event) {
		publisher.publish("$aws/events/" + kind + connection.clientId(), event.toString().getBytes(StandardCharsets.UTF_8), 0);
	}
}
