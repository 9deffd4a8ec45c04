/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds the packets that the firmware sends. */
final class MqttEncoder {

	private static final int LEVEL_3_1_1 = 4;
	private static final int CLEAN_SESSION = 0x02;
	private static final int USER_NAME = 0x80;
	private static final int DUPLICATE = 0x08;

	private MqttEncoder() {
	}

	static byte[] connect(String clientId, String userName, int keepAliveSeconds, boolean cleanSession) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		text(body, "MQTT");
		body.write(LEVEL_3_1_1);
		body.write(USER_NAME | (cleanSession ? CLEAN_SESSION : 0));
		unsigned16(body, keepAliveSeconds);
		text(body, clientId);
		text(body, userName);
		return packet(0x10, body);
	}

	static byte[] publish(String topic, byte[] payload, int qos, int packetId, boolean duplicate) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		text(body, topic);
		if (qos > 0) {
			unsigned16(body, packetId);
		}
		body.writeBytes(payload);
		return packet(0x30 | qos << 1 | (duplicate ? DUPLICATE : 0), body);
	}

	static byte[] pubAck(int packetId) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		unsigned16(body, packetId);
		return packet(0x40, body);
	}

	static byte[] subscribe(int packetId, List<Subscription> subscriptions) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		unsigned16(body, packetId);
		for (Subscription each : subscriptions) {
			text(body, each.filter());
			body.write(each.qos());
		}
		return packet(0x82, body);
	}

	static byte[] unsubscribe(int packetId, String filter) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		unsigned16(body, packetId);
		text(body, filter);
		return packet(0xA2, body);
	}

	static byte[] pingReq() {
		return new byte[] { (byte) 0xC0, 0 };
	}

	private static byte[] packet(int first, ByteArrayOutputStream body) {
		ByteArrayOutputStream packet = new ByteArrayOutputStream();
		packet.write(first);
		int length = body.size();
		while (length > 0x7F) {
			packet.write(length & 0x7F | 0x80);
			length >>= 7;
		}
		packet.write(length);
		packet.writeBytes(body.toByteArray());
		return packet.toByteArray();
	}

	private static void text(ByteArrayOutputStream target, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		unsigned16(target, bytes.length);
		target.writeBytes(bytes);
	}

	private static void unsigned16(ByteArrayOutputStream target, int value) {
		target.write(value >> 8);
		target.write(value);
	}
}
