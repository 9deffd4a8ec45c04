/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Calls what the board does not know and keeps its failures in: one bad observer or input must not take the simulation of
 * everything else with it. The log tells of the bug.
 */
final class Containment {

	private static final Logger LOG = System.getLogger("dev.bankswap.board");

	private Containment() {
		// only a function
	}

	static void call(String what, long time, Runnable action) {
		try {
			action.run();
		} catch (CoreStopped | OutOfMemoryError e) {
			// The first ends the firmware's action through all that it called, the second is nobody's fault here.
			throw e;
		} catch (Throwable e) {
			LOG.log(Level.ERROR, what + " failed at " + time + " ns", e);
		}
	}
}
