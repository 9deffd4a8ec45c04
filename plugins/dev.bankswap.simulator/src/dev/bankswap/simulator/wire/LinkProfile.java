/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import java.util.concurrent.TimeUnit;

/**
 * What the radio link and the distance to the cloud cost, in simulated time. The real socket adds nothing to it, because
 * simulated time stands still while the socket works.
 *
 * @param handshakeNanos from the connection request to the finished TLS handshake, in nanoseconds
 * @param latencyNanos   from the moment that the cloud answers to the moment that the device has it, in nanoseconds
 */
public record LinkProfile(long handshakeNanos, long latencyNanos) {

	/**
	 * The link of the seed's log excerpts: a request for two stream blocks is answered after 180 ms, of which flash programming
	 * takes a part, and a P-256 handshake in software takes 1 to 2 s (firmware reference, sections 2.2 and 10).
	 */
	public static final LinkProfile FIELD = new LinkProfile(TimeUnit.MILLISECONDS.toNanos(1500),
			TimeUnit.MILLISECONDS.toNanos(165));

	/** A link that costs nothing. */
	public static final LinkProfile IDEAL = new LinkProfile(0, 0);
}
