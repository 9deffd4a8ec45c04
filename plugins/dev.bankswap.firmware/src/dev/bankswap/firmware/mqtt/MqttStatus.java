/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

/** The outcome of an operation, with the number that coreMQTT gives it and that log lines show. */
public enum MqttStatus {

	/** The operation has succeeded. */
	SUCCESS(0),
	/** A table or the command queue is full. */
	NO_MEMORY(2),
	/** The connection broke before the answer came. */
	RECEIVE_FAILED(4),
	/** The broker refused. */
	SERVER_REFUSED(6),
	/** No answer within the time that the caller waits. */
	TIMED_OUT(7);

	private final int number;

	MqttStatus(int number) {
		this.number = number;
	}

	/**
	 * Returns the number for log lines.
	 *
	 * @return the number
	 */
	public int number() {
		return number;
	}
}
