/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.util.Optional;
import java.util.UUID;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;

/**
 * What a client asks for when it connects, after AWS's corrections.
 *
 * @param clientId its client id
 * @param assignedId true if the broker chose the id because the client sent none
 * @param version5 true for MQTT 5, false for 3.1.1
 * @param cleanStart throw an existing session away
 * @param expirySeconds how long the session shall outlive the connection; 0 for not at all
 * @param keepAliveSeconds longest silence, within AWS's limits
 * @param will message to be published if the connection breaks
 * @param retainWill whether that message is to be retained
 */
record ConnectRequest(String clientId, boolean assignedId, boolean version5, boolean cleanStart, long expirySeconds,
		int keepAliveSeconds, Optional<Message> will, boolean retainWill) {

	static final int MAX_CLIENT_ID = 128;

	private static final int MIN_KEEP_ALIVE = 30;

	private static final int MAX_KEEP_ALIVE = 1200;

	private static final int VERSION_5 = 5;

	static ConnectRequest of(MqttConnectMessage packet, long defaultExpirySeconds) {
		MqttConnectVariableHeader header = packet.variableHeader();
		String given = Optional.ofNullable(packet.payload().clientIdentifier()).orElse("");
		boolean version5 = header.version() == VERSION_5;
		long expiry = version5 ? expiry(header.properties(), defaultExpirySeconds) : header.isCleanSession() ? 0 : defaultExpirySeconds;
		return new ConnectRequest(given.isEmpty() ? "$GEN/" + UUID.randomUUID() : given, given.isEmpty(), version5,
				header.isCleanSession(), expiry, keepAlive(header.keepAliveTimeSeconds()), will(packet), header.isWillRetain());
	}

	boolean persistent() {
		return expirySeconds > 0;
	}

	private static long expiry(MqttProperties properties, long most) {
		return properties.getProperty(MqttProperties.SESSION_EXPIRY_INTERVAL) instanceof IntegerProperty property
				? Math.min(Integer.toUnsignedLong(property.value()), most) : 0;
	}

	private static int keepAlive(int asked) {
		return asked == 0 ? MAX_KEEP_ALIVE : Math.max(MIN_KEEP_ALIVE, Math.min(MAX_KEEP_ALIVE, asked));
	}

	private static Optional<Message> will(MqttConnectMessage packet) {
		if (!packet.variableHeader().isWillFlag()) {
			return Optional.empty();
		}
		return Optional.of(new Message(packet.payload().willTopic(),
				Optional.ofNullable(packet.payload().willMessageInBytes()).orElse(new byte[0]), packet.variableHeader().willQos(), false));
	}
}
