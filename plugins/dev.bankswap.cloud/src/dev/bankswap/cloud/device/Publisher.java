/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

/**
 * Publishes messages of the services to whoever has subscribed to them.
 */
@FunctionalInterface
public interface Publisher {

	/**
	 * Publishes a message. May be called by any thread; messages of one thread keep their order.
	 *
	 * @param topic its topic
	 * @param payload its content
	 * @param qos 0 or 1
	 */
	void publish(String topic, byte[] payload, int qos);
}
