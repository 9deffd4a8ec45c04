/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.FirmwareSwitch;
import dev.bankswap.firmware.kernel.StackUse;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Logger;

/**
 * What the application's tasks see of the MQTT agent ({@code mqtt_agent_task.c} and coreMQTT-Agent): publish, subscribe and
 * unsubscribe from any task, and the distribution of incoming messages. Commands wait in a queue while there is no
 * connection; the task that asked gives up waiting by itself.
 */
public final class MqttAgent {

	/** The time-out of a caller that waits until there is an answer ({@code portMAX_DELAY}). */
	public static final long FOREVER = Long.MAX_VALUE;

	static final String SOURCE = "mqtt_agent_task.c";

	private static final int COMMAND_QUEUE = 32;
	private static final int IN_FLIGHT = 20;
	private static final int MAX_PACKET_ID = 0xFFFF;
	private static final int REFUSED = 0x80;

	private static final Consumer<byte[]> NOWHERE = packet -> {
		// no connection: commands stay in the queue
	};

	private final FirmwareContext context;
	private final Logger log;
	private final Task task;
	private final SubscriptionTable subscriptions = new SubscriptionTable();
	private final Deque<Operation> queue = new ArrayDeque<>();
	private final Map<Integer, Operation> inFlight = new TreeMap<>();
	private final Map<Integer, byte[]> unacknowledged = new TreeMap<>();
	private final Map<Integer, List<SubscriptionTable.Entry>> resubscriptions = new TreeMap<>();

	private final SubscriptionLock lock = new SubscriptionLock();

	private Consumer<byte[]> sender = NOWHERE;
	private int lastPacketId;

	MqttAgent(FirmwareContext context, Task task) {
		this.context = context;
		this.log = context.log();
		this.task = task;
	}

	/**
	 * Publishes a message.
	 *
	 * @param caller    the task that asks and is told
	 * @param topic     topic
	 * @param payload   payload
	 * @param qos       0 or 1
	 * @param timeoutMs how long the caller waits
	 * @param done      told the outcome: sent for QoS 0, acknowledged for QoS 1
	 */
	public void publish(Task caller, String topic, byte[] payload, int qos, long timeoutMs, Consumer<MqttStatus> done) {
		enqueue(new Operation(caller, qos > 0, id -> publishPacket(topic, payload, qos, id),
				() -> context.events().publish(new FirmwareEvent.MqttPublished(now(), topic, payload, qos)), timeoutMs, done));
	}

	/**
	 * Registers a callback for a filter and subscribes to it. A callback that the task has already for this filter is kept.
	 *
	 * @param caller       the task that asks and is told
	 * @param filter       topic filter
	 * @param qos          0 or 1
	 * @param handler      called for each message in the agent's task
	 * @param timeoutMs    how long the caller waits
	 * @param done         told the outcome
	 */
	public void subscribe(Task caller, String filter, int qos, MessageHandler handler, long timeoutMs,
			Consumer<MqttStatus> done) {
		Subscription subscription = new Subscription(filter, qos);
		Operation operation = new Operation(caller, true, id -> MqttEncoder.subscribe(id, List.of(subscription)), MqttAgent::nothing,
				timeoutMs, status -> {
					if (status != MqttStatus.SUCCESS) {
						subscriptions.remove(filter, caller);
					}
					done.accept(status);
				});
		lock.whenFree(() -> register(new SubscriptionTable.Entry(subscription, caller, handler), operation));
	}

	private void register(SubscriptionTable.Entry entry, Operation operation) {
		String filter = entry.subscription().filter();
		boolean known = subscriptions.find(filter, entry.task()).isPresent();
		if (operation.completed()) {
			return;
		}
		if (known && !subscriptions.refused(filter)) {
			operation.complete(MqttStatus.SUCCESS);
		} else if (!known && !subscriptions.add(entry)) {
			operation.complete(MqttStatus.NO_MEMORY);
		} else {
			log.info(SOURCE, 1557, "Callback registered with filter=\"%s\".", filter);
			log.info(SOURCE, 1383, "MQTT Subscribe, filter=\"%s\"", filter);
			enqueue(operation);
		}
	}

	/**
	 * Removes a callback and unsubscribes from its filter.
	 *
	 * @param caller    the task that asks and is told
	 * @param filter    the filter as given to subscribe
	 * @param timeoutMs how long the caller waits
	 * @param done      told the outcome
	 */
	public void unsubscribe(Task caller, String filter, long timeoutMs, Consumer<MqttStatus> done) {
		Operation operation = new Operation(caller, true, id -> MqttEncoder.unsubscribe(id, filter), MqttAgent::nothing, timeoutMs,
				done);
		lock.whenFree(() -> {
			if (!operation.completed()) {
				log.info(SOURCE, 1637, "MQTT Unsubscribe: \"%s\"", filter);
				deregister(filter, caller);
				enqueue(operation);
			}
		});
	}

	private void deregister(String filter, Task caller) {
		if (subscriptions.find(filter, caller).isPresent()) {
			subscriptions.remove(filter, caller);
			log.info(SOURCE, 1775, "Callback de-registered, filter=\"%s\".", filter);
		}
	}

	/** The broker has accepted a connection, and packets can be sent. */
	void connected(Consumer<byte[]> newSender, boolean cleanSession, boolean sessionPresent) {
		sender = newSender;
		if (sessionPresent) {
			List.copyOf(unacknowledged.values()).forEach(newSender);
			resume();
		} else {
			List<Operation> lost = List.copyOf(inFlight.values());
			forget();
			lost.forEach(each -> each.complete(MqttStatus.RECEIVE_FAILED));
			if (cleanSession) {
				lock.release();
			} else {
				resubscribe();
			}
		}
		pump();
	}

	/** The subscriptions are known, so nothing is sent; the release looked for here is the one that V1.0.0 forgets. */
	private void resume() {
		if (context.options().has(FirmwareSwitch.SESSION_PRESENT_DEADLOCK)) {
			lock.forget();
		} else {
			log.info(SOURCE, 1175, "Session already present (no re-subscription).");
			lock.release();
		}
	}

	/** The connection is gone; what was in flight is decided when the next one is there. */
	void disconnected() {
		sender = NOWHERE;
		lock.take();
	}

	/** Handles a packet of an established connection. */
	void handle(MqttPacket packet) throws MqttProtocolException {
		if (task.blockedForever()) {
			return;
		}
		task.useStack(StackUse.MQTT_PACKET);
		if (packet instanceof MqttPacket.Publish message) {
			deliver(message);
		} else if (packet instanceof MqttPacket.PubAck ack) {
			if (!acknowledge(ack.packetId(), MqttStatus.SUCCESS)) {
				throw new MqttProtocolException("The broker acknowledged a message that was not sent.");
			}
		} else if (packet instanceof MqttPacket.SubAck ack) {
			subscribed(ack);
		} else if (packet instanceof MqttPacket.UnsubAck ack) {
			acknowledge(ack.packetId(), MqttStatus.SUCCESS);
		} else if (packet instanceof MqttPacket.ConnAck) {
			throw new MqttProtocolException("The broker sent a second CONNACK.");
		}
		pump();
	}

	private void enqueue(Operation operation) {
		context.kernel().useStack(StackUse.MQTT_COMMAND);
		if (queue.size() >= COMMAND_QUEUE) {
			operation.complete(MqttStatus.NO_MEMORY);
			return;
		}
		queue.add(operation);
		task.run(this::pump);
	}

	private void pump() {
		while (sender != NOWHERE && inFlight.size() < IN_FLIGHT && !queue.isEmpty()) {
			Operation operation = queue.remove();
			int packetId = operation.acknowledged() ? nextPacketId() : 0;
			if (operation.acknowledged()) {
				inFlight.put(packetId, operation);
			}
			sender.accept(operation.packet(packetId));
			operation.sent();
			if (!operation.acknowledged()) {
				operation.complete(MqttStatus.SUCCESS);
			}
		}
	}

	private byte[] publishPacket(String topic, byte[] payload, int qos, int packetId) {
		if (qos > 0) {
			unacknowledged.put(packetId, MqttEncoder.publish(topic, payload, qos, packetId, true));
		}
		return MqttEncoder.publish(topic, payload, qos, packetId, false);
	}

	private int nextPacketId() {
		do {
			lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
		} while (inFlight.containsKey(lastPacketId) || resubscriptions.containsKey(lastPacketId));
		return lastPacketId;
	}

	private boolean acknowledge(int packetId, MqttStatus status) {
		unacknowledged.remove(packetId);
		Optional<Operation> operation = Optional.ofNullable(inFlight.remove(packetId));
		operation.ifPresent(each -> each.complete(status));
		return operation.isPresent();
	}

	private void subscribed(MqttPacket.SubAck ack) {
		boolean asked = acknowledge(ack.packetId(),
				ack.codes().contains(REFUSED) ? MqttStatus.SERVER_REFUSED : MqttStatus.SUCCESS);
		List<SubscriptionTable.Entry> again = Optional.ofNullable(resubscriptions.remove(ack.packetId())).orElse(List.of());
		if (asked || again.isEmpty()) {
			return;
		}
		for (int i = 0; i < Math.min(again.size(), ack.codes().size()); i++) {
			boolean refused = ack.codes().get(i) == REFUSED;
			subscriptions.setRefused(again.get(i).subscription().filter(), refused);
			if (refused) {
				reportOrphan(again.get(i));
			}
		}
		lock.release();
	}

	/** The callback stays registered, although the broker will not send it anything. */
	private void reportOrphan(SubscriptionTable.Entry entry) {
		log.error(SOURCE, 566, "Failed to re-subscribe to topic filter \"%s\".", entry.subscription().filter());
		log.warn(SOURCE, 577, "Detected orphaned callback for task: %s due to failed re-subscribe operation.",
				entry.task().name());
	}

	/** All filters go into one packet, however many they are. */
	private void resubscribe() {
		List<SubscriptionTable.Entry> entries = new ArrayList<>(subscriptions.all());
		if (entries.isEmpty()) {
			lock.release();
		} else {
			int packetId = nextPacketId();
			resubscriptions.put(packetId, entries);
			sender.accept(MqttEncoder.subscribe(packetId, entries.stream().map(SubscriptionTable.Entry::subscription).toList()));
		}
	}

	private void deliver(MqttPacket.Publish packet) {
		MqttMessage message = new MqttMessage(packet.topic(), packet.payload(), packet.qos());
		context.events().publish(new FirmwareEvent.MqttReceived(now(), message.topic(), message.payload(), message.qos()));
		if (lock.forgotten()) {
			// the task waits for a mutex that it holds itself
			context.assertions().nonFatal(SOURCE, 687);
			task.blockForever();
			return;
		}
		List<SubscriptionTable.Entry> receivers = subscriptions.matching(message.topic());
		if (receivers.isEmpty()) {
			log.warn(SOURCE, 726, "Incoming publish with topic=\"%s\" does not match any callback functions.", message.topic());
		}
		for (SubscriptionTable.Entry each : receivers) {
			log.info(SOURCE, 710, "Handling callback for task=%s, topic=\"%s\", filter=\"%s\".", each.task().name(),
					message.topic(), each.subscription().filter());
			each.handler().received(message);
		}
		if (packet.qos() > 0) {
			sender.accept(MqttEncoder.pubAck(packet.packetId()));
		}
	}

	private void forget() {
		inFlight.clear();
		unacknowledged.clear();
		resubscriptions.clear();
	}

	private long now() {
		return context.board().scheduler().now();
	}

	private static void nothing() {
		// a SUBSCRIBE or UNSUBSCRIBE is no event
	}
}
