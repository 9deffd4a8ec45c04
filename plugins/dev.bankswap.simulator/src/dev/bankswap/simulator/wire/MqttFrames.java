/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a byte stream into MQTT packets, to observe them; it changes nothing and keeps nothing but the start of the last,
 * unfinished packet. Once a length is malformed it stays silent: judging the stream is the business of its two ends.
 */
final class MqttFrames {

	/** Receives each whole packet. */
	@FunctionalInterface
	interface Observer {

		/**
		 * One packet went by.
		 *
		 * @param type  packet type, the upper four bits of the first byte
		 * @param qos   quality of service of a PUBLISH, else 0
		 * @param topic topic of a PUBLISH, else an empty text
		 */
		void packet(int type, int qos, String topic);
	}

	static final int CONNECT = 1;
	static final int CONNACK = 2;
	static final int PUBLISH = 3;
	static final int PUBACK = 4;
	static final int SUBSCRIBE = 8;
	static final int SUBACK = 9;
	static final int UNSUBSCRIBE = 10;
	static final int UNSUBACK = 11;
	static final int PINGREQ = 12;
	static final int PINGRESP = 13;

	private static final int LONGEST_PACKET = 1 << 20;

	private final Observer observer;
	private byte[] rest = {};
	private boolean lost;

	MqttFrames(Observer observer) {
		this.observer = observer;
	}

	/**
	 * Takes the next bytes of the stream.
	 *
	 * @param data any part of it
	 */
	void feed(byte[] data) {
		if (lost) {
			return;
		}
		byte[] joined = Arrays.copyOf(rest, rest.length + data.length);
		System.arraycopy(data, 0, joined, rest.length, data.length);
		ByteBuffer in = ByteBuffer.wrap(joined);
		int taken = 0;
		while (!lost && packet(in)) {
			taken = in.position();
		}
		rest = Arrays.copyOfRange(joined, taken, joined.length);
	}

	private boolean packet(ByteBuffer in) {
		if (!in.hasRemaining()) {
			return false;
		}
		int first = in.get() & 0xFF;
		int length = remainingLength(in);
		if (length > LONGEST_PACKET) {
			lost = true;
		}
		if (lost || length < 0 || length > in.remaining()) {
			return false;
		}
		int end = in.position() + length;
		int type = first >> 4;
		observer.packet(type, type == PUBLISH ? first >> 1 & 3 : 0, type == PUBLISH ? topic(in, end) : ""); //$NON-NLS-1$
		in.position(end);
		return true;
	}

	private static String topic(ByteBuffer in, int end) {
		if (end - in.position() < 2) {
			return ""; //$NON-NLS-1$
		}
		int length = in.getShort() & 0xFFFF;
		if (length > end - in.position()) {
			return ""; //$NON-NLS-1$
		}
		return new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
	}

	private int remainingLength(ByteBuffer in) {
		int value = 0;
		for (int shift = 0; shift <= 21; shift += 7) {
			if (!in.hasRemaining()) {
				return -1;
			}
			int b = in.get() & 0xFF;
			value |= (b & 0x7F) << shift;
			if ((b & 0x80) == 0) {
				return value;
			}
		}
		lost = true;
		return -1;
	}
}
