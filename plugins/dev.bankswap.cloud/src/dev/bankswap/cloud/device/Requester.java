/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

/**
 * The one session that asked a service something.
 */
@FunctionalInterface
public interface Requester {

	/**
	 * Sends a reply to this session and no other, whether it has subscribed to the topic or not.
	 *
	 * @param topic topic of the reply
	 * @param payload its content
	 */
	void reply(String topic, byte[] payload);
}
