/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.bankswap.board.Board;
import dev.bankswap.board.BoardEvent;

/**
 * A wire with a broker at its end, in the same simulation. It reads and writes MQTT by itself, so that it cannot share a
 * mistake with the firmware. What the broker does beyond acknowledging is up to the test.
 */
public final class ScriptedBroker implements MqttWire {

	private static final long LATENCY = 2_000_000;

	/** A message that the device published. */
	public record Message(String topic, byte[] payload, int qos) {

		public String text() {
			return new String(payload, StandardCharsets.UTF_8);
		}
	}

	public final List<TlsRequest> requests = new ArrayList<>();
	public final List<Boolean> cleanSessions = new ArrayList<>();
	public final List<Message> published = new ArrayList<>();
	public final List<List<String>> subscribed = new ArrayList<>();
	public final List<String> unsubscribed = new ArrayList<>();
	public final List<Listener> listeners = new ArrayList<>();
	public String clientId = "";
	public String userName = "";
	public int keepAlive;
	public int pings;

	/** Why TLS fails; empty if it does not. */
	public Optional<String> refusal = Optional.empty();
	public int connAckCode;
	public boolean sessionPresent;
	public boolean silent;
	public boolean ignorePings;
	public boolean ignorePublishes;
	public int subAckCode = -1;

	/** Filters that are refused, whereas others are granted. */
	public final List<String> refusedFilters = new ArrayList<>();

	/** A SUBSCRIBE with more filters ends the connection, as on AWS with 8. */
	public int maxFilters = Integer.MAX_VALUE;

	/** Whether a session that was not clean is kept, and resumed at the next connection. */
	public boolean keepsSessions;
	private boolean kept;
	public Consumer<Message> onPublish = message -> {
		// nobody listens
	};

	private final Board board;

	private Link current = new Link(null);

	public ScriptedBroker(Board board) {
		this.board = board;
		board.addListener(event -> {
			if (event instanceof BoardEvent.Reset || event instanceof BoardEvent.PoweredOff) {
				current = new Link(null);
			}
		});
	}

	@Override
	public Connection open(TlsRequest request, Listener listener) {
		requests.add(request);
		listeners.add(listener);
		Link link = new Link(listener);
		current = link;
		if (refusal.isPresent()) {
			String reason = refusal.get();
			link.later(() -> listener.closed(reason));
		} else {
			link.later(listener::opened);
		}
		return link;
	}

	/** Sends a message to the device. */
	public void deliver(String topic, byte[] payload, int qos) {
		current.reply(publish(topic, payload, qos));
	}

	public void deliver(String topic, String payload) {
		deliver(topic, payload.getBytes(StandardCharsets.UTF_8), 0);
	}

	/** Sends bytes as they are. */
	public void raw(byte[] data) {
		current.reply(data);
	}

	/** Breaks the connection. */
	public void drop() {
		Link link = current;
		current = new Link(null);
		link.breakOff();
	}

	public boolean connected() {
		return current.up;
	}

	public List<Message> publishedTo(String topicEnd) {
		return published.stream().filter(each -> each.topic().endsWith(topicEnd)).toList();
	}

	static byte[] publish(String topic, byte[] payload, int qos) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		byte[] name = topic.getBytes(StandardCharsets.UTF_8);
		body.write(name.length >> 8);
		body.write(name.length);
		body.writeBytes(name);
		if (qos > 0) {
			body.write(0x12);
			body.write(0x34);
		}
		body.writeBytes(payload);
		return packet(0x30 + 2 * qos, body.toByteArray());
	}

	static byte[] packet(int first, byte[] body) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(first);
		int rest = body.length;
		do {
			int digit = rest % 128;
			rest /= 128;
			out.write(rest > 0 ? digit + 128 : digit);
		} while (rest > 0);
		out.writeBytes(body);
		return out.toByteArray();
	}

	private final class Link implements Connection {

		private final Listener listener;
		private byte[] pending = {};
		private boolean up;

		Link(Listener listener) {
			this.listener = listener;
		}

		@Override
		public void send(byte[] data) {
			if (this != current || silent) {
				return;
			}
			pending = ByteBuffer.allocate(pending.length + data.length).put(pending).put(data).array();
			boolean more = true;
			while (more) {
				more = takePacket();
			}
		}

		@Override
		public void close() {
			up = false;
			if (this == current) {
				current = new Link(null);
			}
		}

		void later(Runnable action) {
			board.scheduler().after(LATENCY, 0, () -> {
				if (this == current) {
					action.run();
				}
			});
		}

		void reply(byte[] data) {
			later(() -> {
				// cut somewhere, because TCP does so
				int cut = data.length / 3;
				listener.received(java.util.Arrays.copyOf(data, cut));
				listener.received(java.util.Arrays.copyOfRange(data, cut, data.length));
			});
		}

		void breakOff() {
			if (listener != null) {
				listener.closed("the peer has gone");
			}
		}

		private boolean takePacket() {
			int length = 0;
			int at = 1;
			int factor = 1;
			while (at < pending.length) {
				length += (pending[at] & 127) * factor;
				factor *= 128;
				at++;
				if (pending[at - 1] >= 0) {
					break;
				}
			}
			if (at < 2 || pending[at - 1] < 0 || pending.length < at + length) {
				return false;
			}
			int first = pending[0] & 0xFF;
			ByteBuffer body = ByteBuffer.wrap(java.util.Arrays.copyOfRange(pending, at, at + length));
			pending = java.util.Arrays.copyOfRange(pending, at + length, pending.length);
			handle(first, body);
			return pending.length > 0;
		}

		private void handle(int first, ByteBuffer body) {
			switch (first >> 4) {
			case 1 -> connect(body);
			case 3 -> publish(first, body);
			case 8 -> subscribe(body);
			case 10 -> unsubscribe(body);
			case 12 -> ping();
			default -> {
				// acknowledgements
			}
			}
		}

		private void connect(ByteBuffer body) {
			text(body);
			body.get();
			int flags = body.get() & 0xFF;
			keepAlive = body.getShort();
			clientId = text(body);
			userName = text(body);
			cleanSessions.add((flags & 2) != 0);
			up = connAckCode == 0;
			boolean clean = (flags & 2) != 0;
			boolean present = !clean && (sessionPresent || keepsSessions && kept);
			kept = !clean;
			reply(new byte[] { 0x20, 2, (byte) (present ? 1 : 0), (byte) connAckCode });
		}

		private void publish(int first, ByteBuffer body) {
			int qos = first >> 1 & 3;
			String topic = text(body);
			int id = qos > 0 ? body.getShort() : 0;
			byte[] payload = new byte[body.remaining()];
			body.get(payload);
			Message message = new Message(topic, payload, qos);
			published.add(message);
			if (ignorePublishes) {
				return;
			}
			if (qos > 0) {
				reply(new byte[] { 0x40, 2, (byte) (id >> 8), (byte) id });
			}
			onPublish.accept(message);
		}

		private void subscribe(ByteBuffer body) {
			int id = body.getShort();
			List<String> filters = new ArrayList<>();
			ByteArrayOutputStream codes = new ByteArrayOutputStream();
			while (body.hasRemaining()) {
				filters.add(text(body));
				int qos = body.get();
				codes.write(refusedFilters.contains(filters.get(filters.size() - 1)) ? 0x80 : subAckCode < 0 ? qos : subAckCode);
			}
			subscribed.add(filters);
			if (filters.size() > maxFilters) {
				later(ScriptedBroker.this::drop);
				return;
			}
			ByteArrayOutputStream answer = new ByteArrayOutputStream();
			answer.write(id >> 8);
			answer.write(id);
			answer.writeBytes(codes.toByteArray());
			reply(packet(0x90, answer.toByteArray()));
		}

		private void unsubscribe(ByteBuffer body) {
			int id = body.getShort();
			unsubscribed.add(text(body));
			reply(new byte[] { (byte) 0xB0, 2, (byte) (id >> 8), (byte) id });
		}

		private void ping() {
			pings++;
			if (!ignorePings) {
				reply(new byte[] { (byte) 0xD0, 0 });
			}
		}

		private String text(ByteBuffer body) {
			byte[] bytes = new byte[body.getShort() & 0xFFFF];
			body.get(bytes);
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}
}
