/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

import dev.bankswap.formats.PalState;

/** Something that the firmware did, with the simulated time in nanoseconds. No event carries a key or a password. */
public sealed interface FirmwareEvent {

	/**
	 * When it happened.
	 *
	 * @return nanoseconds of simulated time
	 */
	long time();

	/**
	 * A log line was queued or sent.
	 *
	 * @param time when
	 * @param text the line without its end
	 */
	record LogLine(long time, String text) implements FirmwareEvent {
	}

	/**
	 * A task was created.
	 *
	 * @param time when
	 * @param name the task's name
	 */
	record TaskStarted(long time, String name) implements FirmwareEvent {
	}

	/**
	 * The OTA agent's state machine took a transition.
	 *
	 * @param time  when
	 * @param from  state before
	 * @param to    state after
	 * @param event what caused it
	 */
	record OtaStateChanged(long time, String from, String to, String event) implements FirmwareEvent {
	}

	/**
	 * A block of a stream was accepted.
	 *
	 * @param time      when
	 * @param index     the block's index
	 * @param size      its size in bytes
	 * @param remaining blocks that are still missing
	 * @param total     blocks of the file
	 */
	record BlockReceived(long time, int index, int size, int remaining, int total) implements FirmwareEvent {
	}

	/**
	 * The OTA PAL's image state changed.
	 *
	 * @param time  when
	 * @param state the new state
	 */
	record PalStateChanged(long time, PalState state) implements FirmwareEvent {
	}

	/**
	 * The broker accepted the connection.
	 *
	 * @param time when
	 * @param host the broker's name
	 */
	record MqttConnected(long time, String host) implements FirmwareEvent {
	}

	/**
	 * The connection to the broker ended.
	 *
	 * @param time when
	 */
	record MqttDisconnected(long time) implements FirmwareEvent {
	}

	/**
	 * A message was published.
	 *
	 * @param time    when
	 * @param topic   its topic
	 * @param payload its payload; listeners must not change it
	 * @param qos     quality of service, 0 or 1
	 */
	record MqttPublished(long time, String topic, byte[] payload, int qos) implements FirmwareEvent {
	}

	/**
	 * A message arrived.
	 *
	 * @param time    when
	 * @param topic   its topic
	 * @param payload its payload; listeners must not change it
	 * @param qos     quality of service, 0 or 1
	 */
	record MqttReceived(long time, String topic, byte[] payload, int qos) implements FirmwareEvent {
	}

	/**
	 * The self-test of a new image ended.
	 *
	 * @param time   when
	 * @param passed whether the image was accepted
	 */
	record SelfTest(long time, boolean passed) implements FirmwareEvent {
	}
}
