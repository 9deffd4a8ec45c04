/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/**
 * An event in the agent's queue.
 *
 * @param event what happened
 * @param data  job message or block in a buffer of the application, else empty
 */
record OtaMessage(OtaEvent event, byte[] data) {

	private static final byte[] NOTHING = {};

	OtaMessage(OtaEvent event) {
		this(event, NOTHING);
	}

	/** Tells whether the event occupies one of the application's buffers. */
	boolean buffered() {
		return event == OtaEvent.RECEIVED_JOB_DOCUMENT || event == OtaEvent.RECEIVED_FILE_BLOCK;
	}
}
