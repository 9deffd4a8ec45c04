/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

/**
 * The way from the board to an MQTT broker: TCP and TLS in one. It may be a socket to AWS, a socket to the local cloud, or
 * a wire inside the process. The firmware hands over its own credentials with each connection.
 */
public interface MqttWire {

	/**
	 * Starts to connect. The outcome is told to the listener, never from inside this call.
	 *
	 * @param request  where to, and with which credentials
	 * @param listener what to tell; called on the simulation thread only
	 * @return the connection, which may still fail
	 */
	Connection open(TlsRequest request, Listener listener);

	/** One attempt to connect and, if it succeeds, the TLS session. */
	interface Connection {

		/**
		 * Sends bytes of the MQTT stream. Bytes for a connection that has ended are lost.
		 *
		 * @param data the bytes
		 */
		void send(byte[] data);

		/** Ends the connection with a TLS close-notify. The listener is not told. */
		void close();
	}

	/** Is told what happens on a connection. All calls arrive on the simulation thread. */
	interface Listener {

		/** The TLS handshake has succeeded. */
		void opened();

		/**
		 * Bytes of the MQTT stream arrived, cut anywhere.
		 *
		 * @param data the bytes
		 */
		void received(byte[] data);

		/**
		 * The attempt failed or the session ended. Nothing else is told afterwards.
		 *
		 * @param reason what happened, in words
		 */
		void closed(String reason);
	}
}
