/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

/**
 * What the firmware asks of the TLS layer: TLS 1.2, server name indication and name check for the host, the one root as trust
 * anchor, and its own certificate with the matching key.
 *
 * @param host                server name
 * @param port                TCP port
 * @param rootCaDer           trust anchor, X.509 in DER
 * @param certificateDer      the client's certificate, X.509 in DER
 * @param privateKeySec1Der   the client's P-256 key, SEC 1 in DER
 * @param alpn                protocol name for the handshake
 */
public record TlsRequest(String host, int port, byte[] rootCaDer, byte[] certificateDer, byte[] privateKeySec1Der,
		String alpn) {

	/** Names the connection, but never the key. */
	@Override
	public String toString() {
		return "TLS connection to " + host + ":" + port;
	}
}
