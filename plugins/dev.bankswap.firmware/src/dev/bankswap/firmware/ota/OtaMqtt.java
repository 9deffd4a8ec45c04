/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.function.Consumer;

import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.mqtt.MessageHandler;
import dev.bankswap.firmware.mqtt.MqttAgent;
import dev.bankswap.firmware.mqtt.MqttStatus;

/** The MQTT operations that the update task gives to the OTA library, with their log lines ({@code ota_update_task.c}). */
final class OtaMqtt {

	private static final String SOURCE = OtaUpdateTask.SOURCE;
	private static final long TIMEOUT_MS = 10_000;

	private final MqttAgent mqtt;
	private final Logger log;

	OtaMqtt(MqttAgent mqtt, Logger log) {
		this.mqtt = mqtt;
		this.log = log;
	}

	void subscribe(Task caller, String filter, int qos, MessageHandler handler, Consumer<MqttStatus> done) {
		mqtt.subscribe(caller, filter, qos, handler, TIMEOUT_MS, status -> {
			if (status == MqttStatus.SUCCESS) {
				log.info(SOURCE, 1079, "Subscribed to topic %s.", filter);
			} else {
				log.error(SOURCE, 1072, "Failed to SUBSCRIBE to topic with error = %d.", status.number());
			}
			done.accept(status);
		});
	}

	void unsubscribe(Task caller, String filter, Consumer<MqttStatus> done) {
		mqtt.unsubscribe(caller, filter, TIMEOUT_MS, status -> {
			if (status == MqttStatus.SUCCESS) {
				log.info(SOURCE, 1205, "UNSUBSCRIBED from topic %s.", filter);
			} else {
				log.error(SOURCE, 1196, "Failed to UNSUBSCRIBE from topic %s with error = %d.", filter, status.number());
			}
			done.accept(status);
		});
	}

	void publish(Task caller, String topic, byte[] payload, int qos, Consumer<MqttStatus> done) {
		mqtt.publish(caller, topic, payload, qos, TIMEOUT_MS, status -> {
			if (status == MqttStatus.SUCCESS) {
				log.info(SOURCE, 1155, "Sent PUBLISH packet to broker %s to broker.", topic);
			} else {
				log.error(SOURCE, 1150, "Failed to send PUBLISH packet to broker with error = %d.", status.number());
			}
			done.accept(status);
		});
	}
}
