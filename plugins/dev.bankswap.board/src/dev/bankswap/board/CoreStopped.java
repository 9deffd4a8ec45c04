/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/**
 * Ends the running action of a core that was reset or lost its power: as on the real part, the instruction that resets the
 * core does not return. {@link Cpu} catches it; firmware must let it pass.
 */
public final class CoreStopped extends Error {

	private static final long serialVersionUID = 1L;

	CoreStopped(String why) {
		super(why, null, false, false);
	}
}
