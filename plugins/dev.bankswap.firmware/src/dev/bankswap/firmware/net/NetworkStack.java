/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

/** What the tasks share of lwIP in one boot: the interface's counters and the open sockets. */
public final class NetworkStack {

	private final NetworkStatistics statistics = new NetworkStatistics();

	private final SocketTable sockets = new SocketTable();

	private Runnable onAbort = () -> {
		// nobody is connected
	};

	/** Creates a stack that has not sent anything yet. */
	public NetworkStack() {
		// nothing to prepare
	}

	/**
	 * Sets who is told that the interface has lost its address.
	 *
	 * @param listener ends its connections
	 */
	void onAbort(Runnable listener) {
		onAbort = listener;
	}

	/** The interface has lost its address: lwIP aborts the connections that used it. */
	void abortConnections() {
		onAbort.run();
	}

	/**
	 * Returns the counters.
	 *
	 * @return counters since boot
	 */
	public NetworkStatistics statistics() {
		return statistics;
	}

	/**
	 * Returns the open sockets.
	 *
	 * @return the sockets
	 */
	public SocketTable sockets() {
		return sockets;
	}
}
