/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kvstore.KvKey;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.mqtt.MqttAgent;
import dev.bankswap.firmware.mqtt.MqttStatus;
import dev.bankswap.firmware.net.NetworkStack;

/** The task {@code Sense}, which publishes the network statistics every two seconds ({@code emu_sensor_publish.c}). */
public final class SenseTask {

	private static final String SOURCE = "emu_sensor_publish.c";
	private static final long PERIOD_MS = 2_000;
	private static final long TIMEOUT_MS = 3_000;
	private static final long MS_PER_SECOND = 1_000;
	private static final long SAW_TOOTH = 30;

	private final FirmwareContext context;
	private final MqttAgent mqtt;
	private final NetworkStack network;
	private final Logger log;
	private final Task task;

	private String topic = "";

	/**
	 * Creates the task; it waits for {@link #start()}.
	 *
	 * @param context    the running firmware
	 * @param mqtt       the MQTT agent
	 * @param network the network stack, whose counters it publishes
	 */
	public SenseTask(FirmwareContext context, MqttAgent mqtt, NetworkStack network) {
		this.context = context;
		this.mqtt = mqtt;
		this.network = network;
		this.log = context.log();
		this.task = context.kernel().createTask("Sense", 6, 512);
	}

	/** Starts the task. */
	public void start() {
		task.run(() -> context.kernel().events().whenAll(SystemEvents.MQTT_INIT, task, this::begin));
	}

	private void begin() {
		Optional<String> thing = context.kv().heapString(KvKey.THING_NAME);
		if (thing.isEmpty()) {
			log.error(SOURCE, 231, "Failed to construct topic string.");
			task.delete();
			return;
		}
		topic = thing.get() + "/net_stats";
		publish();
	}

	/** Without a connection the turn is skipped silently. */
	private void publish() {
		task.after(PERIOD_MS, this::publish);
		if ((context.kernel().events().get() & SystemEvents.MQTT_CONNECTED) == 0) {
			return;
		}
		String payload = payload(context.kernel().tick(), network.statistics().sentPackets(), network.statistics().receivedPackets());
		mqtt.publish(task, topic, payload.getBytes(StandardCharsets.US_ASCII), 0, TIMEOUT_MS, status -> published(status, payload));
	}

	static String payload(long tick, int sent, int received) {
		return String.format(Locale.ROOT, "{ \"timer_s\": %d, \"sent_p\": %d, \"received_p\": %d }", tick / MS_PER_SECOND % SAW_TOOTH,
				sent, received);
	}

	private void published(MqttStatus status, String payload) {
		if (status == MqttStatus.SUCCESS) {
			log.debug(SOURCE, 281, "%s", payload);
		} else if (status == MqttStatus.TIMED_OUT) {
			log.error(SOURCE, 164, "Timed out while waiting for publish ACK or Sent event. xTimeout = %d", TIMEOUT_MS);
		} else if (status == MqttStatus.NO_MEMORY) {
			log.error(SOURCE, 177, "MQTTAgent_Publish returned error code: %d.", status.number());
		} else {
			log.error(SOURCE, 170, "MQTT Agent returned error code: %d during publish operation.", status.number());
		}
	}
}
