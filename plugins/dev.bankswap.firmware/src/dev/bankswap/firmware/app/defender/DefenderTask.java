/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app.defender;

import java.util.Optional;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.StackUse;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;
import dev.bankswap.firmware.kvstore.KvKey;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.mqtt.MqttAgent;
import dev.bankswap.firmware.mqtt.MqttStatus;
import dev.bankswap.firmware.net.NetworkStack;

/**
 * The task {@code AWSDefender} ({@code defender_task.c}): reports the network's metrics at once and then five minutes after each
 * answer. What an answer says does not matter, only its topic does. The acknowledgement of the report and the answer share a
 * notification in the firmware, which loses one of them if both come in the same instant; the model keeps them apart.
 */
public final class DefenderTask {

	private static final String SOURCE = "defender_task.c";
	private static final long RESPONSE_MS = 30_000;
	private static final long PERIOD_MS = 300_000;

	/** The answers to a report. */
	private enum Answer {
		ACCEPTED, REJECTED
	}

	private final FirmwareContext context;
	private final MqttAgent mqtt;
	private final NetworkStack network;
	private final Logger log;
	private final Task task;

	private String topic = "";
	private boolean reporting;
	private Optional<Answer> answer = Optional.empty();
	private Optional<Timer> waiting = Optional.empty();

	/**
	 * Creates the task; it waits for {@link #start()}.
	 *
	 * @param context the running firmware
	 * @param mqtt    the MQTT agent
	 * @param network the network stack, whose metrics it reports
	 */
	public DefenderTask(FirmwareContext context, MqttAgent mqtt, NetworkStack network) {
		this.context = context;
		this.mqtt = mqtt;
		this.network = network;
		this.log = context.log();
		this.task = context.kernel().createTask("AWSDefender", 5, 512);
	}

	/** Starts the task. */
	public void start() {
		task.run(this::begin);
	}

	private void begin() {
		Optional<String> thing = context.kv().heapString(KvKey.THING_NAME);
		topic = "$aws/things/" + thing.orElse("") + "/defender/metrics/cbor";
		context.kernel().events().whenAll(SystemEvents.MQTT_INIT, task, () -> {
			if (thing.isPresent()) {
				subscribe();
			} else {
				exit();
			}
		});
	}

	/** Does not wait for the connection: the agent keeps the request until it is there. */
	private void subscribe() {
		subscribe("/accepted", Answer.ACCEPTED, () -> subscribe("/rejected", Answer.REJECTED, () -> {
			log.info(SOURCE, 615, "Subscribed to defender MQTT topics successfully.");
			report();
		}));
	}

	private void subscribe(String end, Answer meaning, Runnable next) {
		mqtt.subscribe(task, topic + end, 1, message -> answered(meaning), MqttAgent.FOREVER, status -> {
			if (status == MqttStatus.SUCCESS) {
				next.run();
			} else {
				context.assertions().nonFatal(SOURCE, 611);
				log.error(SOURCE, 619, "Failed to subscribe to defender MQTT topics.");
				exit();
			}
		});
	}

	private void exit() {
		log.sys(SOURCE, 753, "Exiting...");
		task.delete();
	}

	private void report() {
		log.info(SOURCE, 688, "Collecting device metrics...");
		context.kernel().useStack(StackUse.METRICS);
		byte[] report = new MetricsReport(network).encode(context.kernel().tick() & 0xFFFF_FFFFL);
		log.info(SOURCE, 710, "Publishing defender metrics report.");
		reporting = true;
		answer = Optional.empty();
		mqtt.publish(task, topic, report, 1, RESPONSE_MS, this::published);
	}

	private void published(MqttStatus status) {
		if (status == MqttStatus.TIMED_OUT) {
			log.error(SOURCE, 557, "Failed to publish report.");
		}
		if (status != MqttStatus.SUCCESS) {
			log.error(SOURCE, 716, "Failed to publish device defender report.");
		}
		waiting = Optional.of(task.after(RESPONSE_MS, this::conclude));
		if (answer.isPresent()) {
			conclude();
		}
	}

	/** Runs in the MQTT agent's task. */
	private void answered(Answer meaning) {
		if (reporting) {
			answer = Optional.of(meaning);
			task.run(() -> waiting.ifPresent(timer -> conclude()));
		}
	}

	private void conclude() {
		waiting.ifPresent(Timer::cancel);
		waiting = Optional.empty();
		reporting = false;
		if (answer.isEmpty()) {
			log.error(SOURCE, 745, "Defender report response not received.");
		} else if (answer.get() == Answer.ACCEPTED) {
			log.info(SOURCE, 735, "Defender report accepted.");
		} else {
			log.error(SOURCE, 739, "Defender report rejected.");
		}
		task.after(PERIOD_MS, this::report);
	}
}
