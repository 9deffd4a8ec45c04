/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

/**
 * What the firmware keeps in the heap besides task stacks, with the sizes of its blocks. Those of kernel objects and of buffers
 * with a known size follow from the sources; those of parsed certificates and TLS contexts are estimates.
 */
public enum HeapUse {

	/** {@code xSystemEvents} and the message buffer of the logger. */
	LOGGING(32, 4096 + 1 + 36),
	/** Receive and transmit stream of the console. */
	CONSOLE(512 + 1 + 36, 2304 + 1 + 36),
	/** The volume's caches and look-ahead buffer. */
	VOLUME(132, 84, 4096, 4096, 256),
	/** The cache of an open file. */
	OPEN_FILE(84, 4096),
	/** The mutex of the key-value store. */
	KEY_VALUE_STORE(84),
	/** The module of PKCS #11 with its two mutexes. */
	PKCS11(416, 84, 84),
	/** Queues and message buffer between the planes of the Wi-Fi driver. */
	WIFI_DRIVER(84 + 40, 84 + 40, 4096 + 1 + 36),
	/** Mailbox, mutexes and timers of lwIP. */
	TCP_IP(84 + 128, 84, 84, 84, 160, 160),
	/** Lease and port of the DHCP client. */
	DHCP(128, 48),
	/** The listening iperf server. */
	IPERF(64, 96),
	/** Network buffer, command queue and subscription mutex of the MQTT agent. */
	MQTT_AGENT(6144, 84 + 32 * 4, 84),
	/** TLS configuration with client certificate, key and root. */
	TLS_CONFIGURATION(1180, 212, 1024, 1460, 1420, 96),
	/** Socket, TLS session and its record buffers of 4 KiB and their headers. */
	TLS_SESSION(232, 424, 4096 + 325, 4096 + 325, 512),
	/** Handshake parameters, the peer's chain, curve and big numbers. */
	TLS_HANDSHAKE(2232, 1520, 1480, 620, 4 * 72, 4 * 72, 1100),
	/** A packet on its way through lwIP and the driver. */
	PACKET(1520 + 16),
	/** The two timers of the OTA agent and its event queue. */
	OTA_AGENT(48, 48, 84 + 20 * 8),
	/** Parsed key and numbers of a signature check. */
	SIGNATURE_CHECK(480, 620, 4 * 72, 4 * 72),
	/** Buffer and parse tree of an imported certificate, which are never given back. */
	IMPORTED_CERTIFICATE(2048, 96, 280, 120, 64, 64),
	/** The key context of PKCS #11 that signing a certificate or request does not give back. */
	SIGNING_CONTEXT(56),
	/** Text of a command that works on PEM. */
	PEM_BUFFER(2048);

	private final int[] sizes;

	HeapUse(int... sizes) {
		this.sizes = sizes;
	}

	int[] sizes() {
		return sizes.clone();
	}
}
