/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.app.defender.DefenderTask;
import dev.bankswap.firmware.app.shadow.ShadowTask;
import dev.bankswap.firmware.app.telemetry.SenseTask;
import dev.bankswap.firmware.mqtt.MqttAgentTask;
import dev.bankswap.firmware.net.NetworkStack;
import dev.bankswap.firmware.net.NetworkTask;
import dev.bankswap.firmware.ota.OtaUpdateTask;

/** Creates the tasks that the init task leaves running when it suspends itself. */
public final class Applications {

	private Applications() {
	}

	/**
	 * Creates the network, MQTT, OTA, telemetry, shadow and defender tasks, in this order.
	 *
	 * @param context the running firmware
	 */
	public static void start(FirmwareContext context) {
		NetworkStack stack = new NetworkStack();
		NetworkTask network = new NetworkTask(context, stack);
		MqttAgentTask mqtt = new MqttAgentTask(context, stack);
		OtaUpdateTask update = new OtaUpdateTask(context, mqtt.agent());
		SenseTask sense = new SenseTask(context, mqtt.agent(), stack);
		ShadowTask shadow = new ShadowTask(context, mqtt.agent());
		DefenderTask defender = new DefenderTask(context, mqtt.agent(), stack);
		network.start();
		mqtt.start();
		update.start();
		sense.start();
		shadow.start();
		defender.start();
	}
}
