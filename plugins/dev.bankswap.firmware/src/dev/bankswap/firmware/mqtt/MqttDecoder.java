/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the byte stream of a broker into packets. Bytes arrive in pieces of any size. As in coreMQTT, a packet that is larger
 * than the network buffer is skipped, and anything malformed ends the connection.
 */
final class MqttDecoder {

	/** Size of the firmware's network buffer: the largest packet that it can take. */
	static final int NETWORK_BUFFER = 6144;

	private static final int MAX_LENGTH_BYTES = 4;
	private static final int FAILURE = 0x80;

	private static final int CONNACK = 2;
	private static final int PUBLISH = 3;
	private static final int PUBACK = 4;
	private static final int SUBACK = 9;
	private static final int UNSUBACK = 11;
	private static final int PINGRESP = 13;

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	private int header = -1;
	private int lengthBytes;
	private boolean lengthComplete;
	private int remaining;
	private boolean skipping;

	/** Takes bytes in and returns the packets that they complete, in order. */
	List<MqttPacket> feed(byte[] data) throws MqttProtocolException {
		List<MqttPacket> packets = new ArrayList<>();
		int at = 0;
		while (at < data.length) {
			if (lengthComplete) {
				int taken = Math.min(remaining, data.length - at);
				if (!skipping) {
					body.write(data, at, taken);
				}
				remaining -= taken;
				at += taken;
			} else {
				header(data[at] & 0xFF);
				at++;
			}
			if (lengthComplete && remaining == 0) {
				finish().ifPresent(packets::add);
			}
		}
		return packets;
	}

	private void header(int octet) throws MqttProtocolException {
		if (header < 0) {
			header = octet;
			return;
		}
		remaining |= (octet & 0x7F) << 7 * lengthBytes;
		lengthBytes++;
		lengthComplete = octet < 0x80;
		if (!lengthComplete && lengthBytes == MAX_LENGTH_BYTES) {
			throw new MqttProtocolException("A packet length has more than four bytes.");
		}
		skipping = remaining > NETWORK_BUFFER;
	}

	private Optional<MqttPacket> finish() throws MqttProtocolException {
		int first = header;
		byte[] content = body.toByteArray();
		boolean skipped = skipping;
		header = -1;
		lengthBytes = 0;
		lengthComplete = false;
		remaining = 0;
		skipping = false;
		body.reset();
		return skipped ? Optional.empty() : Optional.of(packet(first, ByteBuffer.wrap(content)));
	}

	private static MqttPacket packet(int first, ByteBuffer content) throws MqttProtocolException {
		int type = first >> 4;
		if (type == PUBLISH) {
			return publish(first, content);
		}
		if ((first & 0xF) != 0) {
			throw new MqttProtocolException("A packet of type " + type + " has reserved flags set.");
		}
		return switch (type) {
		case CONNACK -> connAck(content);
		case PUBACK -> new MqttPacket.PubAck(soleIdentifier(content));
		case SUBACK -> subAck(content);
		case UNSUBACK -> new MqttPacket.UnsubAck(soleIdentifier(content));
		case PINGRESP -> pingResp(content);
		default -> throw new MqttProtocolException("A broker does not send packets of type " + type + ".");
		};
	}

	private static MqttPacket connAck(ByteBuffer content) throws MqttProtocolException {
		if (content.remaining() != 2) {
			throw new MqttProtocolException("A CONNACK must have two bytes, not " + content.remaining() + ".");
		}
		int flags = content.get();
		int code = content.get() & 0xFF;
		if ((flags & ~1) != 0 || flags == 1 && code != 0) {
			throw new MqttProtocolException("The flags of a CONNACK are wrong.");
		}
		return new MqttPacket.ConnAck(flags == 1, code);
	}

	private static MqttPacket publish(int first, ByteBuffer content) throws MqttProtocolException {
		int qos = first >> 1 & 3;
		if (qos > 1) {
			throw new MqttProtocolException("A message has QoS " + qos + ", but only 0 and 1 were asked for.");
		}
		byte[] topic = bytes(content, unsigned16(content));
		int packetId = qos == 0 ? 0 : identifier(content);
		byte[] payload = bytes(content, content.remaining());
		if (topic.length == 0) {
			throw new MqttProtocolException("A message has no topic.");
		}
		return new MqttPacket.Publish(new String(topic, StandardCharsets.UTF_8), payload, qos, packetId);
	}

	private static MqttPacket subAck(ByteBuffer content) throws MqttProtocolException {
		int packetId = identifier(content);
		List<Integer> codes = new ArrayList<>();
		while (content.hasRemaining()) {
			int code = content.get() & 0xFF;
			if (code > 2 && code != FAILURE) {
				throw new MqttProtocolException("A SUBACK has the undefined code " + code + ".");
			}
			codes.add(code);
		}
		if (codes.isEmpty()) {
			throw new MqttProtocolException("A SUBACK has no code.");
		}
		return new MqttPacket.SubAck(packetId, List.copyOf(codes));
	}

	private static MqttPacket pingResp(ByteBuffer content) throws MqttProtocolException {
		if (content.hasRemaining()) {
			throw new MqttProtocolException("A PINGRESP must be empty.");
		}
		return new MqttPacket.PingResp();
	}

	private static int soleIdentifier(ByteBuffer content) throws MqttProtocolException {
		int packetId = identifier(content);
		if (content.hasRemaining()) {
			throw new MqttProtocolException("An acknowledgement is too long.");
		}
		return packetId;
	}

	private static int identifier(ByteBuffer content) throws MqttProtocolException {
		int packetId = unsigned16(content);
		if (packetId == 0) {
			throw new MqttProtocolException("A packet has the identifier 0.");
		}
		return packetId;
	}

	private static int unsigned16(ByteBuffer content) throws MqttProtocolException {
		if (content.remaining() < Short.BYTES) {
			throw new MqttProtocolException("A packet ends too early.");
		}
		return content.getShort() & 0xFFFF;
	}

	private static byte[] bytes(ByteBuffer content, int length) throws MqttProtocolException {
		if (content.remaining() < length) {
			throw new MqttProtocolException("A packet ends too early.");
		}
		byte[] bytes = new byte[length];
		content.get(bytes);
		return bytes;
	}
}
