/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

/** Is told what happens on the TLS transport, in the task that uses it. */
public interface TransportListener {

	/** The TLS session is up. */
	void established();

	/** The attempt to connect has failed. Nothing else is told afterwards. */
	void failed();

	/**
	 * Bytes arrived.
	 *
	 * @param data the bytes
	 */
	void received(byte[] data);

	/** The session broke. Nothing else is told afterwards. */
	void closed();
}
