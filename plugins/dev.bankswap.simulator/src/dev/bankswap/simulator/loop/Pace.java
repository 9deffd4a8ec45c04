/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.loop;

/**
 * How fast simulated time may pass. Simulated time never runs ahead of {@code factor} times real time; it may run behind,
 * because it stands still while a reply of the real world is outstanding.
 *
 * @param factor simulated seconds in a real second, more than 0; {@link Double#POSITIVE_INFINITY} for as fast as possible
 */
public record Pace(double factor) {

	/** As on the desk. */
	public static final Pace REAL_TIME = new Pace(1);

	/**
	 * Checks the factor.
	 *
	 * @param factor simulated seconds in a real second
	 * @throws IllegalArgumentException if it is not more than 0
	 */
	public Pace {
		if (!(factor > 0)) {
			throw new IllegalArgumentException("The pace must be more than 0, not " + factor); //$NON-NLS-1$
		}
	}

	/**
	 * Converts a real duration.
	 *
	 * @param realNanos real time that passed, in nanoseconds
	 * @return simulated time that may pass meanwhile, in nanoseconds
	 */
	public long simulated(long realNanos) {
		double nanos = realNanos * factor;
		return nanos >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) nanos;
	}

	/**
	 * Converts a simulated duration.
	 *
	 * @param simulatedNanos simulated time to let pass, in nanoseconds
	 * @return real time to wait for it, in nanoseconds, rounded up
	 */
	public long real(long simulatedNanos) {
		return (long) Math.ceil(simulatedNanos / factor);
	}
}
