/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/**
 * What distinguishes one simulated board from another.
 *
 * @param seed     seed of the random number generator; equal seeds and inputs give equal runs
 * @param timing   how long the hardware takes
 * @param fidelity which unpleasant properties the hardware has
 */
public record BoardConfig(long seed, TimingProfile timing, Fidelity fidelity) {

	/**
	 * A friendly board.
	 *
	 * @param seed   seed of the random number generator; equal seeds and inputs give equal runs
	 * @param timing how long the hardware takes
	 */
	public BoardConfig(long seed, TimingProfile timing) {
		this(seed, timing, Fidelity.IDEAL);
	}

	/**
	 * A board with typical timing and a fixed seed.
	 *
	 * @return the default configuration
	 */
	public static BoardConfig defaults() {
		return new BoardConfig(1, TimingProfile.typical());
	}
}
