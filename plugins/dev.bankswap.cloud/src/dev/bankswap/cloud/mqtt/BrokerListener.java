/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

/**
 * Watches the broker. Called by the broker's thread: must be quick.
 */
public interface BrokerListener {

	/**
	 * A client was accepted.
	 *
	 * @param clientId its client id
	 * @param certificateId its certificate
	 * @param address its network address
	 */
	void connected(String clientId, String certificateId, String address);

	/**
	 * A client is gone.
	 *
	 * @param clientId its client id
	 * @param reason why
	 */
	void disconnected(String clientId, DisconnectReason reason);

	/**
	 * A message was published.
	 *
	 * @param clientId by whom; empty for the services
	 * @param topic its topic
	 * @param size bytes of its payload
	 */
	void published(String clientId, String topic, int size);
}
