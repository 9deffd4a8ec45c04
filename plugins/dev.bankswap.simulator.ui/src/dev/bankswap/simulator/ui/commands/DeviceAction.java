/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.commands;

import java.util.function.Consumer;

import dev.bankswap.simulator.SimulatedDevice;

/** What a user can do to the simulated board with one key. */
enum DeviceAction {
	/** Press the reset button. */
	RESET(SimulatedDevice::pressReset),
	/** Take the power away and give it back. */
	POWER_CYCLE(SimulatedDevice::powerCycle),
	/** Stop the board's clock. */
	PAUSE(SimulatedDevice::pause),
	/** Let the board's clock go on. */
	RESUME(SimulatedDevice::resume);

	private final Consumer<SimulatedDevice> action;

	DeviceAction(Consumer<SimulatedDevice> action) {
		this.action = action;
	}

	void doTo(SimulatedDevice device) {
		action.accept(device);
	}
}
