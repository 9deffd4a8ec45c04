/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

/** What a task does with the messages of a topic filter. It is called in the MQTT agent's task and must be short. */
@FunctionalInterface
public interface MessageHandler {

	/**
	 * A message arrived.
	 *
	 * @param message the message
	 */
	void received(MqttMessage message);
}
