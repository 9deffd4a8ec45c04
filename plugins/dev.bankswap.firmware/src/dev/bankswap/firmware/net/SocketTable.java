/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import java.util.ArrayList;
import java.util.List;

/** The protocol control blocks of lwIP, newest first as in its lists. */
public final class SocketTable {

	/**
	 * A TCP connection.
	 *
	 * @param remote    address and port of the other side
	 * @param localPort the device's port
	 */
	public record Connection(String remote, int localPort) {
	}

	private static final int FIRST_PORT = 0xC000;
	private static final int PORTS = 0x4000;

	private final List<Integer> tcpListeners = new ArrayList<>();
	private final List<Integer> udpPorts = new ArrayList<>();
	private final List<Connection> connections = new ArrayList<>();

	private int lastPort = FIRST_PORT;

	/** Creates a table without sockets. */
	public SocketTable() {
		// empty is the default
	}

	/**
	 * Listens on a TCP port; once more for the same port has no effect.
	 *
	 * @param port the port
	 */
	public void listen(int port) {
		addOnce(tcpListeners, port);
	}

	/**
	 * Opens a UDP port; once more for the same port has no effect.
	 *
	 * @param port the port
	 */
	public void openUdp(int port) {
		addOnce(udpPorts, port);
	}

	/**
	 * Closes a UDP port.
	 *
	 * @param port the port
	 */
	public void closeUdp(int port) {
		udpPorts.removeIf(each -> each == port);
	}

	/**
	 * Opens a TCP connection.
	 *
	 * @param address address of the other side
	 * @param port    its port
	 * @return the connection, by which it is closed
	 */
	public Connection connect(String address, int port) {
		lastPort = FIRST_PORT + (lastPort + 1) % PORTS;
		Connection connection = new Connection(address + ':' + port, lastPort);
		connections.add(0, connection);
		return connection;
	}

	/**
	 * Closes a TCP connection, if it is open.
	 *
	 * @param connection what {@link #connect(String, int)} returned
	 */
	public void close(Connection connection) {
		connections.remove(connection);
	}

	/**
	 * Returns the TCP ports on which the device listens.
	 *
	 * @return the ports
	 */
	public List<Integer> tcpListeners() {
		return List.copyOf(tcpListeners);
	}

	/**
	 * Returns the open UDP ports.
	 *
	 * @return the ports
	 */
	public List<Integer> udpPorts() {
		return List.copyOf(udpPorts);
	}

	/**
	 * Returns the TCP connections.
	 *
	 * @return the connections
	 */
	public List<Connection> connections() {
		return List.copyOf(connections);
	}

	private static void addOnce(List<Integer> ports, int port) {
		if (!ports.contains(port)) {
			ports.add(0, port);
		}
	}
}
