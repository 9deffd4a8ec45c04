/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.board.Uart;
import dev.bankswap.device.SerialException;
import dev.bankswap.device.SerialLine;
import dev.bankswap.device.SerialProblem;

/** The serial line of a simulated board, as the tools see any serial line. */
public final class SimulatedSerialLine implements SerialLine {

	private final String name;
	private final Uart uart;
	private final AtomicReference<@Nullable Consumer<byte[]>> attached = new AtomicReference<>();

	/**
	 * Makes a line that is not open.
	 *
	 * @param name what messages call it
	 * @param uart the board's console
	 */
	public SimulatedSerialLine(String name, Uart uart) {
		this.name = name;
		this.uart = uart;
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public void open(Listener listener) throws SerialException {
		Consumer<byte[]> receiver = listener::received;
		if (!attached.compareAndSet(null, receiver)) {
			throw new SerialException(SerialProblem.PORT_BUSY, name + " is open already."); //$NON-NLS-1$
		}
		uart.addHostListener(receiver);
	}

	@Override
	public void write(byte[] data) throws SerialException {
		if (!isOpen()) {
			throw new SerialException(SerialProblem.PORT_GONE, name + " is not open."); //$NON-NLS-1$
		}
		uart.hostWrite(data);
	}

	@Override
	public boolean isOpen() {
		return attached.get() != null;
	}

	@Override
	public void close() {
		Consumer<byte[]> receiver = attached.getAndSet(null);
		if (receiver != null) {
			uart.removeHostListener(receiver);
		}
	}
}
