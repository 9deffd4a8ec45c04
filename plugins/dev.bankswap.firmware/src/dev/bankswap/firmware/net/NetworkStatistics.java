/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

/**
 * The packet counters of the IP layer since boot. The wire carries bytes and no packets, so the counters are an estimate: a
 * packet for every full segment, and one in the other direction that acknowledges it. They wrap after 16 bits, as lwIP's do.
 */
public final class NetworkStatistics {

	private static final int SEGMENT = 1460;
	private static final int SIXTEEN_BITS = 0xFFFF;

	private int sent;
	private int received;

	/** Creates counters at zero. */
	public NetworkStatistics() {
		// zero is the default
	}

	/**
	 * Counts an exchange of packets, such as a DHCP lease or a TCP handshake.
	 *
	 * @param out packets sent
	 * @param in  packets received
	 */
	public void exchange(int out, int in) {
		sent += out;
		received += in;
	}

	/**
	 * Counts bytes sent over a connection.
	 *
	 * @param bytes how many
	 */
	public void sent(int bytes) {
		exchange(segments(bytes), 1);
	}

	/**
	 * Counts bytes received over a connection.
	 *
	 * @param bytes how many
	 */
	public void received(int bytes) {
		exchange(1, segments(bytes));
	}

	/**
	 * Returns the counter of sent packets.
	 *
	 * @return 0 to 65535
	 */
	public int sentPackets() {
		return sent & SIXTEEN_BITS;
	}

	/**
	 * Returns the counter of received packets.
	 *
	 * @return 0 to 65535
	 */
	public int receivedPackets() {
		return received & SIXTEEN_BITS;
	}

	private static int segments(int bytes) {
		return (bytes + SEGMENT - 1) / SEGMENT;
	}
}
