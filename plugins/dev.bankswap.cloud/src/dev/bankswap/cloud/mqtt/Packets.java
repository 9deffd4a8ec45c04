/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.util.List;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;

/**
 * Builds the packets that the broker sends.
 */
final class Packets {

	/** Most unacknowledged messages in each direction. */
	static final int RECEIVE_MAXIMUM = 100;

	/** Largest payload. */
	static final int MAX_PAYLOAD = 128 * 1024;

	/** Largest packet: payload, topic and properties. */
	static final int MAX_PACKET = MAX_PAYLOAD + 8 * 1024;

	private Packets() {
		// functions only
	}

	static MqttConnAckMessage connAck(ConnectRequest request, boolean sessionPresent) {
		MqttProperties properties = request.version5() ? limits(request) : MqttProperties.NO_PROPERTIES;
		return new MqttConnAckMessage(header(MqttMessageType.CONNACK),
				new MqttConnAckVariableHeader(MqttConnectReturnCode.CONNECTION_ACCEPTED, sessionPresent, properties));
	}

	static MqttConnAckMessage refusal(MqttConnectReturnCode code) {
		return new MqttConnAckMessage(header(MqttMessageType.CONNACK), new MqttConnAckVariableHeader(code, false));
	}

	private static MqttProperties limits(ConnectRequest request) {
		MqttProperties properties = new MqttProperties();
		properties.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, RECEIVE_MAXIMUM));
		properties.add(new IntegerProperty(MqttProperties.MAXIMUM_QOS, 1));
		properties.add(new IntegerProperty(MqttProperties.RETAIN_AVAILABLE, 1));
		properties.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, MAX_PACKET));
		properties.add(new IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0));
		properties.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
		properties.add(new IntegerProperty(MqttProperties.SERVER_KEEP_ALIVE, request.keepAliveSeconds()));
		if (request.assignedId()) {
			properties.add(new StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, request.clientId()));
		}
		return properties;
	}

	static MqttPublishMessage publish(Message message, int packetId) {
		MqttFixedHeader header = new MqttFixedHeader(MqttMessageType.PUBLISH, false, MqttQoS.valueOf(message.qos()), message.retained(), 0);
		return new MqttPublishMessage(header, new MqttPublishVariableHeader(message.topic(), packetId),
				Unpooled.wrappedBuffer(message.payload()));
	}

	static MqttMessage pubAck(int packetId) {
		return new MqttMessage(header(MqttMessageType.PUBACK), MqttMessageIdVariableHeader.from(packetId));
	}

	static MqttSubAckMessage subAck(int packetId, List<Integer> codes) {
		return new MqttSubAckMessage(header(MqttMessageType.SUBACK), idAndProperties(packetId), new MqttSubAckPayload(codes));
	}

	static MqttUnsubAckMessage unsubAck(int packetId, List<Short> codes) {
		return new MqttUnsubAckMessage(header(MqttMessageType.UNSUBACK), idAndProperties(packetId), new MqttUnsubAckPayload(codes));
	}

	static MqttMessage pingResponse() {
		return new MqttMessage(header(MqttMessageType.PINGRESP));
	}

	static MqttMessage disconnect(DisconnectReason reason) {
		return new MqttMessage(header(MqttMessageType.DISCONNECT),
				new MqttReasonCodeAndPropertiesVariableHeader(reason.reasonCode(), MqttProperties.NO_PROPERTIES));
	}

	private static MqttMessageIdAndPropertiesVariableHeader idAndProperties(int packetId) {
		return new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES);
	}

	private static MqttFixedHeader header(MqttMessageType type) {
		return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
	}
}
