/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.session;

/** Told that something of the session changed. Can be published as an OSGi service; the session finds it there. */
@FunctionalInterface
public interface SessionListener {

	/**
	 * Something changed. Called from the simulation's thread, the demonstration's, or any other; must only set a flag.
	 *
	 * @param session the session
	 */
	void changed(SimulatorSession session);
}
