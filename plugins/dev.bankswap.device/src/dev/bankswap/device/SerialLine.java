/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.device;

/**
 * A serial line with a device at its far end: a port of this machine, a simulated board, or anything else that carries bytes both ways.
 * A line is opened at most once at a time and may be opened again after it was closed.
 */
public interface SerialLine extends AutoCloseable {
	/** Takes what comes out of a line. The calls arrive on a thread of the line, one after the other, and must be quick. */
	interface Listener {
		/**
		 * Bytes arrived.
		 *
		 * @param data the bytes, which the listener may keep
		 */
		void received(byte[] data);

		/**
		 * The far end vanished. The line has closed itself by then; nothing follows.
		 *
		 * @param reason what happened
		 */
		void disconnected(SerialException reason);
	}

	/**
	 * Names the line for messages.
	 *
	 * @return for example the name of the port
	 */
	String name();

	/**
	 * Opens the line.
	 *
	 * @param listener takes what arrives from now on until the line is closed
	 * @throws SerialException if the line is open, busy or absent
	 */
	void open(Listener listener) throws SerialException;

	/**
	 * Sends bytes. Returns when they were handed over, which may be before they left the wire.
	 *
	 * @param data the bytes
	 * @throws SerialException if the line is closed or its far end vanished
	 */
	void write(byte[] data) throws SerialException;

	/**
	 * Tells whether the line is open.
	 *
	 * @return whether bytes can be sent
	 */
	boolean isOpen();

	/** Closes the line, if it is open. Fails never and may be called at any time by any thread. */
	@Override
	void close();
}
