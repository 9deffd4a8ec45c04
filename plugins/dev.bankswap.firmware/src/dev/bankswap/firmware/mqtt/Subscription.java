/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

/**
 * A topic filter with the QoS that was asked for.
 *
 * @param filter the filter
 * @param qos    0 or 1
 */
record Subscription(String filter, int qos) {

	/** Tells whether a topic matches the filter, by the rules of MQTT 3.1.1. */
	boolean matches(String topic) {
		String[] wanted = filter.split("/", -1);
		String[] levels = topic.split("/", -1);
		boolean wildcardFirst = "#".equals(wanted[0]) || "+".equals(wanted[0]);
		if (wildcardFirst && topic.startsWith("$")) {
			return false;
		}
		for (int i = 0; i < wanted.length; i++) {
			if ("#".equals(wanted[i])) {
				return true;
			}
			if (i >= levels.length || !"+".equals(wanted[i]) && !wanted[i].equals(levels[i])) {
				return false;
			}
		}
		return wanted.length == levels.length;
	}
}
