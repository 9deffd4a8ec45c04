/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

/** What went wrong on a serial line, as far as a program has to tell the cases apart. */
public enum SerialProblem {
	/** Another program, or another part of this one, holds the port. */
	PORT_BUSY,
	/** The port does not exist, or it vanished while it was in use. */
	PORT_GONE,
	/** Something may be connected, but it does not answer with a prompt. */
	NO_PROMPT,
	/** The device answered a command with an error. */
	DEVICE_REJECTED,
	/** An answer did not arrive, or not completely, before the deadline. */
	TIMEOUT,
	/** The caller gave up. */
	CANCELLED,
	/** None of the others. */
	UNKNOWN
}
