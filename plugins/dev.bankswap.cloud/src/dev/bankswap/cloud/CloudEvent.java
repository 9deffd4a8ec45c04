/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud;

import java.time.Instant;

import dev.bankswap.cloud.service.JobExecution;

/**
 * Something that happened in the local AWS IoT.
 */
public sealed interface CloudEvent {

	/**
	 * When it happened, by the clock of the cloud.
	 *
	 * @return the time
	 */
	Instant time();

	/**
	 * A device or other MQTT client was accepted.
	 *
	 * @param time when
	 * @param clientId its client id
	 * @param certificateId its certificate
	 * @param address its network address
	 */
	record ClientConnected(Instant time, String clientId, String certificateId, String address) implements CloudEvent {
	}

	/**
	 * An MQTT client is gone.
	 *
	 * @param time when
	 * @param clientId its client id
	 * @param reason the reason as presence events give it, for instance {@code CONNECTION_LOST}
	 */
	record ClientDisconnected(Instant time, String clientId, String reason) implements CloudEvent {
	}

	/**
	 * A message was published.
	 *
	 * @param time when
	 * @param clientId who published it; empty for the services themselves
	 * @param topic its topic
	 * @param size bytes of its payload
	 */
	record MessagePublished(Instant time, String clientId, String topic, int size) implements CloudEvent {
	}

	/**
	 * A job execution was created or changed.
	 *
	 * @param time when
	 * @param execution its new state
	 */
	record JobExecutionChanged(Instant time, JobExecution execution) implements CloudEvent {
	}
}
