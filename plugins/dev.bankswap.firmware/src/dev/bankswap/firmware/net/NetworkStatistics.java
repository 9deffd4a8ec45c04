/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import java.util.function.IntConsumer;

/**
 * The counters of the network interface since boot. The wire carries bytes and no packets, so the packet counters are an
 * estimate: a packet for every full segment, and one in the other direction that acknowledges it; and each packet has its
 * headers. The counters of the IP layer are those of the interface, cut to 16 bits as lwIP's are.
 */
public final class NetworkStatistics {

	private static final int SEGMENT = 1460;
	private static final int SIXTEEN_BITS = 0xFFFF;

	/** Ethernet, IPv4 and TCP. */
	private static final int HEADERS = 14 + 20 + 20;

	/** What a TLS record adds to its content with AES-GCM. */
	private static final int RECORD = 5 + 8 + 16;

	private long sent;
	private long received;
	private long sentBytes;
	private long receivedBytes;
	private IntConsumer onPackets = count -> {
		// until there is a driver
	};

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
		sentBytes += (long) out * HEADERS;
		receivedBytes += (long) in * HEADERS;
		onPackets.accept(out + in);
	}

	/**
	 * Counts bytes sent over a connection.
	 *
	 * @param bytes how many
	 */
	public void sent(int bytes) {
		exchange(segments(bytes), 1);
		sentBytes += bytes + RECORD;
	}

	/**
	 * Counts bytes received over a connection.
	 *
	 * @param bytes how many
	 */
	public void received(int bytes) {
		exchange(1, segments(bytes));
		receivedBytes += bytes + RECORD;
	}

	/**
	 * Sets who handles the packets.
	 *
	 * @param driver told how many there were
	 */
	void onPackets(IntConsumer driver) {
		onPackets = driver;
	}

	/**
	 * Returns the IP layer's counter of sent packets.
	 *
	 * @return 0 to 65535
	 */
	public int sentPackets() {
		return (int) sent & SIXTEEN_BITS;
	}

	/**
	 * Returns the IP layer's counter of received packets.
	 *
	 * @return 0 to 65535
	 */
	public int receivedPackets() {
		return (int) received & SIXTEEN_BITS;
	}

	/**
	 * Returns the interface's counter of sent packets.
	 *
	 * @return packets since boot
	 */
	public long packetsOut() {
		return sent;
	}

	/**
	 * Returns the interface's counter of received packets.
	 *
	 * @return packets since boot
	 */
	public long packetsIn() {
		return received;
	}

	/**
	 * Returns the interface's counter of sent bytes.
	 *
	 * @return bytes since boot
	 */
	public long bytesOut() {
		return sentBytes;
	}

	/**
	 * Returns the interface's counter of received bytes.
	 *
	 * @return bytes since boot
	 */
	public long bytesIn() {
		return receivedBytes;
	}

	private static int segments(int bytes) {
		return (bytes + SEGMENT - 1) / SEGMENT;
	}
}
