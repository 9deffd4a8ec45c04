/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import dev.bankswap.simulator.SimulatedDevice;

/** Follows a running demonstration. The calls come from the thread that runs it, or from the simulation's; they must be quick. */
public interface DemoListener {

	/**
	 * The board exists and can be displayed.
	 *
	 * @param device the demonstration's board; closed when the demonstration is closed
	 */
	default void deviceCreated(SimulatedDevice device) {
		// of interest to displays only
	}

	/**
	 * A stage began.
	 *
	 * @param stage which
	 */
	void started(DemoStage stage);

	/**
	 * A stage ended well.
	 *
	 * @param result what it took and what shows it
	 */
	void finished(StageResult result);
}
