/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last retained message of each topic.
 */
final class RetainedMessages {

	private static final int CAPACITY = 5000;

	private final Map<String, Message> messages = new HashMap<>();

	void keep(Message message) {
		if (message.payload().length == 0) {
			messages.remove(message.topic());
		} else if (messages.size() < CAPACITY || messages.containsKey(message.topic())) {
			messages.put(message.topic(), new Message(message.topic(), message.payload(), message.qos(), true));
		}
	}

	/**
	 * What a new subscription gets at once. AWS gives retained messages to filters without wildcards only.
	 *
	 * @param filter the filter
	 * @return the message, if there is any
	 */
	Optional<Message> of(String filter) {
		return Optional.ofNullable(messages.get(filter));
	}
}
