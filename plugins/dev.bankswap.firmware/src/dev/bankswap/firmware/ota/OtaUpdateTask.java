/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.Optional;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.HeapUse;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;
import dev.bankswap.firmware.kvstore.KvKey;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.mqtt.MqttAgent;
import dev.bankswap.firmware.mqtt.MqttMessage;
import dev.bankswap.firmware.mqtt.MqttStatus;

/**
 * The task {@code OTAUpdate} ({@code ota_update_task.c}): starts the agent in a task of its own once MQTT is there, hands
 * messages over in a few buffers, and does what the agent's callbacks ask for.
 */
public final class OtaUpdateTask implements OtaApplication {

	static final String SOURCE = "ota_update_task.c";

	private static final long MQTT_WAIT_MS = 120_000;
	private static final long STATISTICS_MS = 30_000;
	private static final int BUFFERS = 5;
	private static final int BUFFER_SIZE = 3_578;

	private final FirmwareContext context;
	private final Logger log;
	private final Task task;
	private final OtaMqtt mqtt;

	private Optional<OtaAgent> agent = Optional.empty();
	private OtaTopics topics = new OtaTopics("");
	private String thing = "";
	private int buffersInUse;
	private boolean waiting;

	/**
	 * Creates the task; it waits for {@link #start()}.
	 *
	 * @param context the running firmware
	 * @param mqtt    the MQTT agent
	 */
	public OtaUpdateTask(FirmwareContext context, MqttAgent mqtt) {
		this.context = context;
		this.log = context.log();
		this.task = context.kernel().createTask("OTAUpdate", 1, 512);
		this.mqtt = new OtaMqtt(mqtt, log);
	}

	/** Starts the task. */
	public void start() {
		task.run(this::begin);
	}

	private void begin() {
		log.info(SOURCE, 1329, "OTA Agent: Application version %s", context.version());
		Optional<String> name = context.kv().heapString(KvKey.THING_NAME);
		if (name.isEmpty()) {
			log.error(SOURCE, 1360, "Failed to load thing name from key value store.");
			task.delete();
			return;
		}
		thing = name.get();
		topics = new OtaTopics(thing);
		log.info(SOURCE, 1367, "Waiting until MQTT Agent is connected.");
		waiting = true;
		Timer timeout = task.after(MQTT_WAIT_MS, this::mqttTimedOut);
		context.kernel().events().whenAll(SystemEvents.MQTT_CONNECTED, task, () -> mqttConnected(timeout));
	}

	private void mqttTimedOut() {
		if (waiting) {
			waiting = false;
			log.info(SOURCE, 1383, "Timed out while waiting for MQTT Agent connection.");
			runAgent();
		}
	}

	private void mqttConnected(Timer timeout) {
		if (waiting) {
			waiting = false;
			timeout.cancel();
			log.info(SOURCE, 1377, "MQTT Agent is connected. Resuming...");
			subscribe();
		}
	}

	private void subscribe() {
		mqtt.subscribe(task, OtaTopics.ANY_NEXT_GET, 0, this::jobMessage, first -> {
			if (first != MqttStatus.SUCCESS) {
				log.error(SOURCE, 1398, "Failed to subscribe to Job Accepted response topic filter.");
			}
			mqtt.subscribe(task, OtaTopics.ANY_NOTIFY_NEXT, 0, this::jobMessage, second -> {
				if (second != MqttStatus.SUCCESS) {
					log.error(SOURCE, 1414, "Failed to subscribe to Job Update topic filter.");
				}
				runAgent();
			});
		});
	}

	private void runAgent() {
		context.kernel().heap().allocate(HeapUse.OTA_AGENT);
		Task agentTask = context.kernel().createTask("OTAAgent", 3, 1024);
		OtaAgent started = new OtaAgent(context, agentTask, mqtt, thing, this, this::jobMessage, this::dataBlock);
		agent = Optional.of(started);
		started.signal(new OtaMessage(OtaEvent.START));
		statistics();
	}

	private void statistics() {
		OtaAgent running = agent.orElseThrow();
		switch (running.state()) {
		case STOPPED:
			log.info(SOURCE, 1482, "OTA agent task stopped. Exiting OTA demo.");
			mqtt.unsubscribe(task, OtaTopics.ANY_NEXT_GET, this::unsubscribed);
			return;
		case REQUESTING_JOB, CREATING_FILE, REQUESTING_FILE_BLOCK, WAITING_FOR_FILE_BLOCK, CLOSING_FILE:
			OtaStatistics counted = running.statistics();
			log.info(SOURCE, 1470, "State: %s   Received: %d   Queued: %d   Processed: %d   Dropped: %d", running.state().text(),
					counted.received, counted.queued, counted.processed, counted.dropped);
			break;
		default:
			break;
		}
		task.after(STATISTICS_MS, this::statistics);
	}

	private void unsubscribed(MqttStatus status) {
		if (status != MqttStatus.SUCCESS) {
			log.error(SOURCE, 1493, "MQTT unsubscribe request failed.");
		}
		task.delete();
	}

	private void jobMessage(MqttMessage message) {
		if (!topics.own(message.topic())) {
			log.warn(SOURCE, 946, "Received a job message on an unsolicited topic, thing name does not match. topic: %s ",
					message.topic());
			return;
		}
		log.info(SOURCE, 921, "Received OTA job message, size: %d.", message.payload().length);
		if (message.payload().length > BUFFER_SIZE) {
			log.error(SOURCE, 941, "Received OTA job message size (%d) is larger than the OTA maximum size (%d) defined.",
					message.payload().length, BUFFER_SIZE);
		} else {
			handOver(OtaEvent.RECEIVED_JOB_DOCUMENT, message.payload(), 936);
		}
	}

	private void dataBlock(MqttMessage message) {
		if (!topics.own(message.topic())) {
			log.warn(SOURCE, 893, "Received data block on an unsolicited topic, thing name does not match. topic: %s ",
					message.topic());
		} else if (message.payload().length > BUFFER_SIZE) {
			log.error(SOURCE, 886, "Received OTA data block of size (%d) larger than maximum size(%d) defined. ",
					message.payload().length, BUFFER_SIZE);
		} else {
			handOver(OtaEvent.RECEIVED_FILE_BLOCK, message.payload(), 881);
		}
	}

	private void handOver(OtaEvent event, byte[] payload, int line) {
		if (buffersInUse >= BUFFERS) {
			log.error(SOURCE, line, "Error: No OTA data buffers available.");
			return;
		}
		buffersInUse++;
		boolean queued = agent.filter(each -> each.signal(new OtaMessage(event, payload.clone()))).isPresent();
		if (!queued) {
			buffersInUse--;
		}
	}

	@Override
	public void activate() {
		log.info(SOURCE, 734, "Received OtaJobEventActivate callback from OTA Agent.");
		agent.orElseThrow().activateNewImage();
		log.error(SOURCE, 747, "New image activation failed.");
	}

	@Override
	public void failed() {
		log.info(SOURCE, 755, "Received an OtaJobEventFail notification from OTA Agent.");
	}

	@Override
	public void startTest(Runnable done) {
		log.info(SOURCE, 767, "Received OtaJobEventStartTest callback from OTA Agent.");
		agent.orElseThrow().acceptImage(error -> {
			if (error == OtaError.NONE) {
				log.info(SOURCE, 806, "New image validation succeeded in self test mode.");
			} else {
				log.error(SOURCE, 810, "Failed to set image state as accepted with error %d.", error.number());
			}
			done.run();
		});
	}

	@Override
	public void processed() {
		buffersInUse = Math.max(0, buffersInUse - 1);
	}

	@Override
	public void selfTestFailed() {
		log.error(SOURCE, 828, "OTA Self-test failed for new image. shutting down OTA Agent.");
		agent.ifPresent(each -> each.signal(new OtaMessage(OtaEvent.SHUTDOWN)));
	}

	@Override
	public void unhandled(int number) {
		log.warn(SOURCE, 836, "Received an unhandled callback event from OTA Agent, event = %d", number);
	}
}
