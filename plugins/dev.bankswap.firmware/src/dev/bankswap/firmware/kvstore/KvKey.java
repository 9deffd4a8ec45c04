/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kvstore;

import java.util.Optional;

/** The keys of the key-value store, in the order of the firmware's enumeration and of {@code conf get}. */
public enum KvKey {

	/** Name of the thing: MQTT client id and subject of the certificate. */
	THING_NAME("thing_name", true, 0),

	/** Host name of the broker. */
	MQTT_ENDPOINT("mqtt_endpoint", true, 0),

	/** Port of the broker. */
	MQTT_PORT("mqtt_port", false, 8883),

	/** Name of the wireless network. */
	WIFI_SSID("wifi_ssid", true, 0),

	/** Pass phrase of the wireless network. */
	WIFI_CREDENTIAL("wifi_credential", true, 0),

	/** Time at which the device was provisioned; the firmware never reads it. */
	TIME_HWM("time_hwm", false, 0);

	private final String key;

	private final boolean string;

	private final long defaultNumber;

	KvKey(String key, boolean string, long defaultNumber) {
		this.key = key;
		this.string = string;
		this.defaultNumber = defaultNumber;
	}

	/**
	 * Finds a key by its name.
	 *
	 * @param name the name, in full and with the same case
	 * @return the key, or empty
	 */
	public static Optional<KvKey> byName(String name) {
		for (KvKey each : values()) {
			if (each.key.equals(name)) {
				return Optional.of(each);
			}
		}
		return Optional.empty();
	}

	/**
	 * Returns the name, which is also the name of the file.
	 *
	 * @return the name
	 */
	public String key() {
		return key;
	}

	/**
	 * Tells the type.
	 *
	 * @return true for a string, false for an unsigned 32-bit number
	 */
	public boolean isString() {
		return string;
	}

	/**
	 * Returns the value of a number that was never set. The default of every string is empty.
	 *
	 * @return the default
	 */
	public long defaultNumber() {
		return defaultNumber;
	}
}
