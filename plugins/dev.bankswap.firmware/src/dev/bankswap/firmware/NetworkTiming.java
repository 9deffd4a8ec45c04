/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

/**
 * How long the network takes, in milliseconds.
 *
 * @param wifiModuleDelayMs fixed delay before the Wi-Fi module is asked for anything
 * @param associationMs     association with the access point
 * @param dhcpMs            obtaining an address
 * @param tlsHandshakeMs    the device's own share of a TLS handshake (P-256 in software)
 */
public record NetworkTiming(long wifiModuleDelayMs, long associationMs, long dhcpMs, long tlsHandshakeMs) {

	/**
	 * Returns what the board on the desk takes.
	 *
	 * @return module delay 5 s (from the source), association 2 s, DHCP 1 s and handshake 1.2 s (typical)
	 */
	public static NetworkTiming typical() {
		return new NetworkTiming(5000, 2000, 1000, 1200);
	}
}
