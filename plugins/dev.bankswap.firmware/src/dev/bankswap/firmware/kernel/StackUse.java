/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

/**
 * How deep a call goes into the stack of the task that makes it, in words. The deepest one of a task's life is what is missing
 * from its high-water mark. The numbers are estimates; their order is what counts.
 */
public enum StackUse {

	/** The saved context and the task's own function. */
	RUN(62),
	/** Formatting a log line. */
	LOG(148),
	/** A file operation of littlefs down to the flash driver. */
	FILE(236),
	/** Mounting a volume. */
	MOUNT(304),
	/** Handing a command to the MQTT agent and waiting for it. */
	MQTT_COMMAND(176),
	/** The defender's report: its buffer lies on the stack. */
	METRICS(438),
	/** Handling an MQTT packet and the callbacks of other tasks. */
	MQTT_PACKET(412),
	/** A TLS handshake with elliptic curves in software. */
	TLS_HANDSHAKE(856),
	/** Making or checking a signature. */
	SIGNATURE(702),
	/** A command of the console with its output buffer. */
	COMMAND(318),
	/** A command that parses or writes certificates. */
	CERTIFICATE(1044);

	private final int words;

	StackUse(int words) {
		this.words = words;
	}

	int words() {
		return words;
	}
}
