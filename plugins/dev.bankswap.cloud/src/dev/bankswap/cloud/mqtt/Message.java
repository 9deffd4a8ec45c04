/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

/**
 * An application message.
 *
 * @param topic its topic
 * @param payload its content, not to be changed
 * @param qos 0 or 1
 * @param retained true only if it is delivered because it was retained
 */
record Message(String topic, byte[] payload, int qos, boolean retained) {

	/** What a message costs besides its payload, roughly. */
	private static final int OVERHEAD = 100;

	Message withQos(int other) {
		return other == qos ? this : new Message(topic, payload, other, retained);
	}

	int size() {
		return payload.length + OVERHEAD;
	}
}
