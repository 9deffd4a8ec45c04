/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages as callers of the API see them: what is retained, and a way to publish. The broker carries them.
 */
public final class MessageService {

	/** Bytes of a payload. */
	public static final int MAX_PAYLOAD = 128 * 1024;

	private static final int CAPACITY = 5000;

	private final CloudServices services;

	private final Map<String, RetainedMessage> retained;

	private volatile Transport transport = (topic, payload, qos) -> {
		// without a broker nobody has subscribed
	};

	/** Carries messages to whoever has subscribed. */
	@FunctionalInterface
	public interface Transport {

		/**
		 * Takes a message of a caller of the API. May be called by any thread.
		 *
		 * @param topic its topic
		 * @param payload its content
		 * @param qos 0 or 1
		 */
		void carry(String topic, byte[] payload, int qos);
	}

	MessageService(CloudServices services) {
		this.services = services;
		this.retained = services.state().sortedTable("retained", RetainedMessage.class);
	}

	/**
	 * Says who carries messages from now on.
	 *
	 * @param broker the broker
	 */
	public void carriedBy(Transport broker) {
		this.transport = broker;
	}

	/**
	 * Publishes a message.
	 *
	 * @param topic its topic; on a reserved one the service behind it takes the message
	 * @param payload its content
	 * @param qos 0 or 1
	 * @param retain whether new subscribers are to get it, too
	 * @throws ServiceException if the topic is not allowed or the payload too long
	 */
	public void publish(String topic, byte[] payload, int qos, boolean retain) {
		if (!Topics.validTopic(topic)) {
			throw ServiceException.invalid("The topic is not valid: it is empty, too long, too deep or has a wildcard");
		}
		if (payload.length > MAX_PAYLOAD) {
			throw ServiceException.invalid("The payload is longer than " + MAX_PAYLOAD + " bytes");
		}
		if (retain && Topics.reserved(topic)) {
			throw ServiceException.invalid("Messages on reserved topics cannot be retained");
		}
		if (retain) {
			keep(topic, payload, qos);
		}
		transport.carry(topic, payload, qos);
	}

	/**
	 * Retains a message, or with an empty one forgets what was retained.
	 *
	 * @param topic its topic
	 * @param payload its content
	 * @param qos 0 or 1
	 */
	public void keep(String topic, byte[] payload, int qos) {
		synchronized (services.lock()) {
			if (payload.length == 0) {
				retained.remove(topic);
			} else if (retained.size() < CAPACITY || retained.containsKey(topic)) {
				retained.put(topic, new RetainedMessage(topic, payload, qos, services.clock().instant()));
			}
		}
	}

	/**
	 * The retained message of a topic. Filters with wildcards have none: AWS gives them no retained messages.
	 *
	 * @param topic the topic
	 * @return the message, if there is any
	 */
	public Optional<RetainedMessage> retained(String topic) {
		synchronized (services.lock()) {
			return Optional.ofNullable(retained.get(topic));
		}
	}

	/**
	 * All retained messages.
	 *
	 * @return them in the order of their topics
	 */
	public List<RetainedMessage> retained() {
		synchronized (services.lock()) {
			return List.copyOf(retained.values());
		}
	}
}
