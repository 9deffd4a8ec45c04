/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

/** Watches the firmware. It is called on the simulation thread and must be quick; it cannot influence what it watches. */
@FunctionalInterface
public interface FirmwareListener {

	/**
	 * Something happened.
	 *
	 * @param event what
	 */
	void event(FirmwareEvent event);
}
