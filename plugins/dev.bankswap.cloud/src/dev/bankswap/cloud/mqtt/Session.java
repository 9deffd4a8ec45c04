/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the broker knows of a client, whether it is connected or not. Used by the broker's thread only.
 */
final class Session {

	private static final long STORE_CAPACITY = 8L << 20;

	private final String clientId;

	private final Map<String, Integer> subscriptions = new LinkedHashMap<>();

	private final Deque<Message> stored = new ArrayDeque<>();

	private long storedBytes;

	private long expirySeconds;

	private Optional<MqttConnection> connection = Optional.empty();

	private Instant expiry = Instant.MAX;

	Session(String clientId) {
		this.clientId = clientId;
	}

	String clientId() {
		return clientId;
	}

	Map<String, Integer> subscriptions() {
		return subscriptions;
	}

	Optional<MqttConnection> connection() {
		return connection;
	}

	boolean persistent() {
		return expirySeconds > 0;
	}

	boolean expired(Instant now) {
		return connection.isEmpty() && !expiry.isAfter(now);
	}

	void attach(MqttConnection newConnection, long newExpirySeconds) {
		connection = Optional.of(newConnection);
		expirySeconds = newExpirySeconds;
		expiry = Instant.MAX;
	}

	/**
	 * The connection is gone; what it did not deliver is owed again, before everything that is stored.
	 *
	 * @param now the time from which the session expires
	 */
	void detach(Instant now) {
		connection.ifPresent(gone -> {
			List<Message> owed = gone.undelivered();
			for (int i = owed.size() - 1; i >= 0; i--) {
				stored.addFirst(owed.get(i));
				storedBytes += owed.get(i).size();
			}
		});
		connection = Optional.empty();
		expiry = now.plusSeconds(expirySeconds);
	}

	void deliver(Message message) {
		if (connection.isPresent()) {
			connection.get().deliver(message);
		} else if (message.qos() > 0 && persistent() && storedBytes < STORE_CAPACITY) {
			stored.add(message);
			storedBytes += message.size();
		}
	}

	Optional<Message> nextStored() {
		Optional<Message> next = Optional.ofNullable(stored.poll());
		next.ifPresent(message -> storedBytes -= message.size());
		return next;
	}
}
