/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.loop;

/**
 * Something of the real world that simulated time waits for: an open TLS handshake, a request whose answer is on its way.
 * Without it, a board that runs fifty times faster than real time would see every answer fifty times too late.
 */
@FunctionalInterface
public interface Hold {

	/**
	 * Tells whether an answer is outstanding. Called on the simulation thread, often.
	 *
	 * @return whether simulated time should stand still
	 */
	boolean holding();
}
