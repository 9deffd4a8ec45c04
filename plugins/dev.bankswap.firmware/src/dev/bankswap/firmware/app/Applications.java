/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.app.telemetry.SenseTask;
import dev.bankswap.firmware.mqtt.MqttAgentTask;
import dev.bankswap.firmware.net.NetworkStatistics;
import dev.bankswap.firmware.net.NetworkTask;
import dev.bankswap.firmware.ota.OtaUpdateTask;

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
		NetworkStatistics statistics = new NetworkStatistics();
		NetworkTask network = new NetworkTask(context, statistics);
		MqttAgentTask mqtt = new MqttAgentTask(context, statistics);
		OtaUpdateTask update = new OtaUpdateTask(context, mqtt.agent());
		SenseTask sense = new SenseTask(context, mqtt.agent(), statistics);
		network.start();
		mqtt.start();
		update.start();
		sense.start();
	}
}
