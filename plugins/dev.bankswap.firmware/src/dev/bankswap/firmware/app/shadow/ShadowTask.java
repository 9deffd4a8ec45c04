/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app.shadow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.bankswap.board.Led;
import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.codec.CNumber;
import dev.bankswap.firmware.codec.JsonText;
import dev.bankswap.firmware.kernel.SystemEvents;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;
import dev.bankswap.firmware.kvstore.KvKey;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.mqtt.MessageHandler;
import dev.bankswap.firmware.mqtt.MqttAgent;
import dev.bankswap.firmware.mqtt.MqttMessage;
import dev.bankswap.firmware.mqtt.MqttStatus;

/**
 * The task {@code ShadowDevice} ({@code shadow_device_task.c}): follows the delta of the classic shadow, and reports every 15 s
 * if the state is not the one that was accepted last. Both are 0 after boot, so nothing is reported until a delta comes. The
 * messages are handled in the MQTT agent's task.
 */
public final class ShadowTask {

	private static final String SOURCE = "shadow_device_task.c";
	private static final long PERIOD_MS = 15_000;
	private static final long RESPONSE_MS = 30_000;
	private static final long TOKENS = 1_000_000;
	private static final long INVALID = 2;
	private static final String NO_POWER_ON = "powerOn field not found in JSON document!";
	private static final List<String> SUBSCRIBED = List.of("/delta", "/accepted", "/rejected");

	private final FirmwareContext context;
	private final MqttAgent mqtt;
	private final Logger log;
	private final Task task;

	private String topic = "";
	private long version;
	private long current;
	private long reported;

	/** 0 while no answer is waited for; a message with the token "0", or one that is no number, then matches. */
	private long token;

	/** Answers that nobody has taken yet: a notification is counted even if the task does not wait. */
	private int notifications;
	private Optional<Timer> waiting = Optional.empty();

	/**
	 * Creates the task; it waits for {@link #start()}.
	 *
	 * @param context the running firmware
	 * @param mqtt    the MQTT agent
	 */
	public ShadowTask(FirmwareContext context, MqttAgent mqtt) {
		this.context = context;
		this.mqtt = mqtt;
		this.log = context.log();
		this.task = context.kernel().createTask("ShadowDevice", 5, 512);
	}

	/** Starts the task. */
	public void start() {
		task.run(() -> context.kernel().events().whenAll(SystemEvents.MQTT_INIT, task, this::begin));
	}

	private void begin() {
		String thing = context.kv().string(KvKey.THING_NAME);
		topic = "$aws/things/" + thing + "/shadow/update";
		context.kernel().events().whenAll(SystemEvents.MQTT_CONNECTED, task, () -> {
			if (thing.isEmpty()) {
				terminate();
			} else {
				subscribe(0);
			}
		});
	}

	private void subscribe(int index) {
		if (index == SUBSCRIBED.size()) {
			check();
			return;
		}
		String filter = topic + SUBSCRIBED.get(index);
		mqtt.subscribe(task, filter, 1, handler(index), MqttAgent.FOREVER, status -> {
			if (status == MqttStatus.SUCCESS) {
				subscribe(index + 1);
			} else {
				log.error(SOURCE, 361 + 13 * index, "Failed to subscribe to topic: %s", filter);
				terminate();
			}
		});
	}

	private MessageHandler handler(int index) {
		return index == 0 ? this::delta : index == 1 ? this::accepted : this::rejected;
	}

	private void terminate() {
		log.error(SOURCE, 828, "Terminating shadow_device task.");
		task.delete();
	}

	private void check() {
		if (current == reported) {
			sleep();
			return;
		}
		log.info(SOURCE, 773, "PowerOn state is now %d. Sending new report.", current);
		token = context.kernel().tick() % TOKENS;
		log.info(SOURCE, 790, "Publishing to /update with following client token %d.", token);
		waiting = Optional.of(task.after(RESPONSE_MS, this::timedOut));
		mqtt.publish(task, topic, ShadowReport.of(current, token), 1, RESPONSE_MS, status -> {
			if (status == MqttStatus.NO_MEMORY) {
				log.error(SOURCE, 799, "Failed to publish report to shadow.");
				endWait();
			}
		});
		if (notifications > 0) {
			task.run(this::takeNotification);
		}
	}

	private void timedOut() {
		log.error(SOURCE, 809, "Timed out waiting for response to report.");
		reported = INVALID;
		endWait();
	}

	private void takeNotification() {
		if (waiting.isPresent() && notifications > 0) {
			notifications--;
			endWait();
		}
	}

	private void endWait() {
		if (waiting.isPresent()) {
			waiting.get().cancel();
			waiting = Optional.empty();
			token = 0;
			sleep();
		}
	}

	private void sleep() {
		task.after(PERIOD_MS, this::check);
	}

	private void delta(MqttMessage message) {
		Optional<JsonText> document = valid(message, 417);
		if (document.isEmpty()) {
			return;
		}
		Optional<JsonText.Value> received = document.get().search("version");
		if (received.isEmpty()) {
			log.error(SOURCE, 432, "Version field not found in JSON document!");
			return;
		}
		long number = CNumber.unsigned(received.get().text());
		if (number <= version) {
			log.warn(SOURCE, 458, "Received unexpected delta update with version %d. Current version is %d", number, version);
			return;
		}
		log.info(SOURCE, 464, "Received delta update with version %s.", received.get().text());
		version = number;
		document.get().search("state.powerOn").ifPresentOrElse(value -> set(CNumber.unsigned(value.text())),
				() -> log.warn(SOURCE, 482, NO_POWER_ON));
	}

	private void set(long state) {
		log.info(SOURCE, 488, "Setting powerOn state to %d.", state);
		current = state;
		context.board().leds().write(Led.RED, state != 1);
	}

	private void accepted(MqttMessage message) {
		Optional<JsonText> document = valid(message, 552);
		if (document.flatMap(this::answeredToken).filter(each -> each == token).isEmpty()) {
			return;
		}
		log.info(SOURCE, 588, "Received accepted response for update with token %d. ", token);
		document.get().search("state.reported.powerOn").ifPresentOrElse(value -> reported = CNumber.unsigned(value.text()),
				() -> log.error(SOURCE, 601, NO_POWER_ON));
		wake();
	}

	private void rejected(MqttMessage message) {
		Optional<JsonText> document = valid(message, 645);
		if (document.flatMap(this::answeredToken).filter(each -> each == token).isEmpty()) {
			return;
		}
		Optional<JsonText.Value> code = document.get().search("code");
		if (code.isPresent()) {
			log.warn(SOURCE, 697, "Received rejected response for update with token %d and error code %s.", token, code.get().text());
		} else {
			log.warn(SOURCE, 693, "Received rejected response for update with token %d and no error code.", token);
		}
		wake();
	}

	private void wake() {
		notifications++;
		task.run(this::takeNotification);
	}

	private Optional<JsonText> valid(MqttMessage message, int line) {
		JsonText document = new JsonText(new String(message.payload(), StandardCharsets.UTF_8));
		if (document.valid()) {
			return Optional.of(document);
		}
		log.error(SOURCE, line, "Invalid JSON document received!");
		return Optional.empty();
	}

	private Optional<Long> answeredToken(JsonText document) {
		return document.search("clientToken").map(value -> CNumber.unsigned(value.text()));
	}
}
