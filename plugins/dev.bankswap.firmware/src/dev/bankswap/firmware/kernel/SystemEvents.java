/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

/** The bits of {@code xSystemEvents}, the event group by which the application's tasks tell each other how far the system is. */
public final class SystemEvents {

	/** The file system is mounted; set even when mounting failed. */
	public static final int FS_READY = 0x01;

	/** The network interface exists. */
	public static final int NET_INIT = 0x02;

	/** The interface has an address. */
	public static final int NET_CONNECTED = 0x04;

	/** The MQTT agent's library is initialised. */
	public static final int MQTT_INIT = 0x08;

	/** The broker accepted the connection. */
	public static final int MQTT_CONNECTED = 0x10;

	/** The TLS transport is initialised. */
	public static final int TLS_INIT = 0x20;

	/** A TLS session is up. */
	public static final int TLS_CONNECTED = 0x40;

	private SystemEvents() {
	}
}
