/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.board;

import dev.bankswap.simulator.DeviceView;
import dev.bankswap.simulator.SimulatedDevice;

/**
 * Everything that the drawing shows at one moment.
 *
 * @param device the board
 * @param paused whether the user stopped its clock
 */
record BoardState(DeviceView device, boolean paused) {

	static BoardState of(SimulatedDevice device) {
		return new BoardState(device.view(), device.paused());
	}
}
