/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

/**
 * Why a connection ended, in the words of AWS's life-cycle events.
 */
public enum DisconnectReason {
	/** The client said goodbye. */
	CLIENT_INITIATED_DISCONNECT(0x00),
	/** The connection broke without a word. */
	CONNECTION_LOST(0x00),
	/** Another connection uses the client id now. */
	DUPLICATE_CLIENTID(0x8E),
	/** Nothing was heard for one and a half keep-alive times. */
	MQTT_KEEP_ALIVE_TIMEOUT(0x8D),
	/** The client did something that its policies do not allow. */
	AUTH_ERROR(0x87),
	/** The certificate may no longer be used. */
	FORBIDDEN_ACCESS(0x87),
	/** The client broke the protocol or a limit. */
	CLIENT_ERROR(0x82),
	/** The broker stops. */
	SERVER_INITIATED_DISCONNECT(0x8B);

	private final int reasonCode;

	DisconnectReason(int reasonCode) {
		this.reasonCode = reasonCode;
	}

	/**
	 * The reason code of an MQTT 5 DISCONNECT packet.
	 *
	 * @return the code
	 */
	byte reasonCode() {
		return (byte) reasonCode;
	}
}
