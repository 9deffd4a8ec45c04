/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.io.IOException;

/** The broker sent bytes that are no MQTT 3.1.1. The connection must be closed; a new one starts afresh. */
public final class MqttProtocolException extends IOException {

	private static final long serialVersionUID = 1L;

	MqttProtocolException(String message) {
		super(message + " The connection must be closed.");
	}
}
