/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.util.List;

/** A packet that a broker sends to a client. Packets of QoS 2 are not among them, because the firmware never asks for it. */
sealed interface MqttPacket {

	/**
	 * The answer to CONNECT.
	 *
	 * @param sessionPresent whether the broker knows an earlier session
	 * @param code 0 if it accepts
	 */
	record ConnAck(boolean sessionPresent, int code) implements MqttPacket {
	}

	/**
	 * A message.
	 *
	 * @param topic its topic
	 * @param payload its payload
	 * @param qos 0 or 1
	 * @param packetId its identifier, 0 for QoS 0
	 */
	record Publish(String topic, byte[] payload, int qos, int packetId) implements MqttPacket {
	}

	/**
	 * The answer to a PUBLISH of QoS 1.
	 *
	 * @param packetId identifier of the packet that is answered
	 */
	record PubAck(int packetId) implements MqttPacket {
	}

	/**
	 * The answer to SUBSCRIBE.
	 *
	 * @param packetId identifier of the packet that is answered
	 * @param codes for each filter the granted QoS, or 0x80
	 */
	record SubAck(int packetId, List<Integer> codes) implements MqttPacket {
	}

	/**
	 * The answer to UNSUBSCRIBE.
	 *
	 * @param packetId identifier of the packet that is answered
	 */
	record UnsubAck(int packetId) implements MqttPacket {
	}

	/** The answer to PINGREQ. */
	record PingResp() implements MqttPacket {
	}
}
