/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.netty.channel.ChannelHandlerContext;

/**
 * What is on its way to one client. Messages wait here while the client reads slower than they come; QoS 1 messages also
 * while too many are unacknowledged. Used by the broker's thread only.
 */
final class Outbox {

	/** A reader this far behind does not keep up; only then are messages for it dropped. */
	private static final long CAPACITY = 32L << 20;

	private static final int MAX_PACKET_ID = 0xFFFF;

	private final ChannelHandlerContext context;

	private final Deque<Message> waiting = new ArrayDeque<>();

	private final Deque<Message> waitingForWindow = new ArrayDeque<>();

	private final Map<Integer, Message> unacknowledged = new LinkedHashMap<>();

	private long waitingBytes;

	private long windowBytes;

	private int lastPacketId;

	Outbox(ChannelHandlerContext context) {
		this.context = context;
	}

	void send(Message message) {
		if (waitingBytes + windowBytes > CAPACITY) {
			return;
		}
		waiting.add(message);
		waitingBytes += message.size();
		drain();
	}

	void acknowledged(int packetId) {
		if (unacknowledged.remove(packetId) != null && !waitingForWindow.isEmpty()) {
			Message message = waitingForWindow.remove();
			windowBytes -= message.size();
			write(message);
			context.flush();
		}
	}

	void drain() {
		boolean written = false;
		while (!waiting.isEmpty() && context.channel().isWritable()) {
			Message message = waiting.remove();
			waitingBytes -= message.size();
			if (message.qos() > 0 && unacknowledged.size() >= Packets.RECEIVE_MAXIMUM) {
				waitingForWindow.add(message);
				windowBytes += message.size();
			} else {
				write(message);
				written = true;
			}
		}
		if (written) {
			context.flush();
		}
	}

	/** Bytes that wait because the client does not read. */
	long backlog() {
		return waitingBytes;
	}

	/** What a persistent session still owes its client when the connection is gone. */
	List<Message> undelivered() {
		List<Message> owed = new ArrayList<>(unacknowledged.values());
		owed.addAll(waitingForWindow);
		waiting.stream().filter(message -> message.qos() > 0).forEach(owed::add);
		return owed;
	}

	private void write(Message message) {
		int packetId = message.qos() > 0 ? nextPacketId() : 0;
		if (message.qos() > 0) {
			unacknowledged.put(packetId, message);
		}
		context.write(Packets.publish(message, packetId), context.voidPromise());
	}

	private int nextPacketId() {
		do {
			lastPacketId = lastPacketId == MAX_PACKET_ID ? 1 : lastPacketId + 1;
		} while (unacknowledged.containsKey(lastPacketId));
		return lastPacketId;
	}
}
