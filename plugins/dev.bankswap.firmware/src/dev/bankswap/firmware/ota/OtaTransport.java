/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.firmware.mqtt.MessageHandler;
import dev.bankswap.firmware.mqtt.MqttStatus;

/** The agent's control and data plane over MQTT ({@code ota_mqtt.c}): jobs and streams. */
final class OtaTransport {

	private static final String SOURCE = "ota_mqtt.c";

	private final OtaMqtt mqtt;
	private final Task task;
	private final Logger log;
	private final String thing;
	private final OtaTopics topics;
	private final MessageHandler jobs;
	private final MessageHandler blocks;

	private int requests;

	/**
	 * Creates the transport.
	 *
	 * @param mqtt   the application's MQTT operations
	 * @param task   the agent's task
	 * @param log    log
	 * @param thing  thing name
	 * @param jobs   takes job messages
	 * @param blocks takes stream messages
	 */
	OtaTransport(OtaMqtt mqtt, Task task, Logger log, String thing, MessageHandler jobs, MessageHandler blocks) {
		this.mqtt = mqtt;
		this.task = task;
		this.log = log;
		this.thing = thing;
		this.topics = new OtaTopics(thing);
		this.jobs = jobs;
		this.blocks = blocks;
	}

	/** Subscribes to job notifications and asks for the next job. */
	void requestJob(Consumer<OtaError> done) {
		String filter = topics.notifyNext();
		mqtt.subscribe(task, filter, 1, jobs, status -> {
			if (status == MqttStatus.SUCCESS) {
				log.info(SOURCE, 398, "Subscribed to MQTT topic: %s", filter);
				publishJobRequest(done);
			} else {
				subscribeFailed(402, filter);
				done.accept(OtaError.REQUEST_JOB_FAILED);
			}
		});
	}

	/** Publishes a job status update. */
	void updateStatus(String jobId, byte[] message, int qos, Consumer<OtaError> done) {
		String topic = topics.update(jobId);
		mqtt.publish(task, topic, message, qos, status -> {
			if (status == MqttStatus.SUCCESS) {
				done.accept(OtaError.NONE);
			} else {
				log.error(SOURCE, 597, "Failed to publish MQTT message: publish returned error: OtaMqttStatus_t=%s, topic=%s",
						"OtaMqttPublishFailed", topic);
				log.error(SOURCE, 1006,
						"Failed to publish MQTT status message: publishStatusMessage returned error: OtaMqttStatus_t=%s",
						"OtaMqttPublishFailed");
				done.accept(OtaError.UPDATE_JOB_STATUS_FAILED);
			}
		});
	}

	/** Subscribes to the blocks of a stream. */
	void initFileTransfer(String stream, Consumer<OtaError> done) {
		String filter = topics.streamData(stream);
		mqtt.subscribe(task, filter, 0, blocks, status -> {
			if (status != MqttStatus.SUCCESS) {
				subscribeFailed(1073, filter);
			}
			done.accept(status == MqttStatus.SUCCESS ? OtaError.NONE : OtaError.INIT_FILE_TRANSFER_FAILED);
		});
	}

	/** Asks for the next blocks that are missing. */
	void requestBlocks(String stream, long fileId, byte[] bitmap, int blocksWanted, Consumer<OtaError> done) {
		String topic = topics.streamGet(stream);
		mqtt.publish(task, topic, StreamCodec.request(fileId, bitmap, blocksWanted), 0, status -> {
			if (status == MqttStatus.SUCCESS) {
				log.info(SOURCE, 1166, "Published to MQTT topic to request the next block: topic=%s", topic);
				done.accept(OtaError.NONE);
			} else {
				publishFailed(1173);
				done.accept(OtaError.REQUEST_FILE_BLOCK_FAILED);
			}
		});
	}

	/** Unsubscribes from the blocks of a stream. */
	void cleanupData(String stream, Runnable done) {
		unsubscribe(topics.streamData(stream), 459, done);
	}

	/** Unsubscribes from job notifications. */
	void cleanupControl(Runnable done) {
		unsubscribe(topics.notifyNext(), 518, done);
	}

	private void publishJobRequest(Consumer<OtaError> done) {
		String message = "{\"clientToken\":\"" + JobStatusMessage.decimal(requests) + ':' + thing + "\"}";
		requests++;
		mqtt.publish(task, topics.nextGet(), message.getBytes(StandardCharsets.UTF_8), 1, status -> {
			if (status != MqttStatus.SUCCESS) {
				publishFailed(939);
			}
			done.accept(status == MqttStatus.SUCCESS ? OtaError.NONE : OtaError.REQUEST_JOB_FAILED);
		});
	}

	private void unsubscribe(String topic, int line, Runnable done) {
		mqtt.unsubscribe(task, topic, status -> {
			if (status == MqttStatus.SUCCESS) {
				log.info(SOURCE, line, "Unsubscribed to MQTT topic: %s", topic);
			} else {
				log.error(SOURCE, line + 4,
						"Failed to unsubscribe to MQTT topic: unsubscribe returned error: OtaMqttStatus_t=%s, topic=%s",
						"OtaMqttUnsubscribeFailed", topic);
			}
			done.run();
		});
	}

	private void subscribeFailed(int line, String topic) {
		log.error(SOURCE, line, "Failed to subscribe to MQTT topic: subscribe returned error: OtaMqttStatus_t=%s, topic=%s",
				"OtaMqttSubscribeFailed", topic);
	}

	private void publishFailed(int line) {
		log.error(SOURCE, line, "Failed to publish MQTT message:%spublish returned error: OtaMqttStatus_t=%s",
				line == 939 ? "" : " ", "OtaMqttPublishFailed");
	}
}
