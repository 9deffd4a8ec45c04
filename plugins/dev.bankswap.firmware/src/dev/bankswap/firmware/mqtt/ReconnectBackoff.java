/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import dev.bankswap.board.Rng;

/** The waiting times between attempts to connect: exponential with full jitter, in units of 100 ms (mirrors backoffAlgorithm). */
final class ReconnectBackoff {

	static final int BASE = 10;
	static final int MAXIMUM = 300;
	static final int UNIT_MS = 100;

	private final Rng rng;

	private int window = BASE;

	ReconnectBackoff(Rng rng) {
		this.rng = rng;
	}

	/** Forgets the failures so far. */
	void reset() {
		window = BASE;
	}

	/** Returns how long to wait now, and widens the window for the next failure. */
	long nextMs() {
		long units = (rng.nextInt() & 0xFFFF_FFFFL) % (window + 1);
		window = Math.min(2 * window, MAXIMUM);
		return units * UNIT_MS;
	}
}
