/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

/** Moments of an update that device and cloud show by themselves. */
enum Milestone {
	/** The device's MQTT session is up. */
	CONNECTED,
	/** Every block is in flash. */
	ALL_BLOCKS,
	/** The signature was right. */
	VERIFIED,
	/** The new image runs. */
	BOOTED_NEW,
	/** The new image accepted itself. */
	SELF_TESTED,
	/** The job execution has a final status. */
	JOB_ENDED
}
