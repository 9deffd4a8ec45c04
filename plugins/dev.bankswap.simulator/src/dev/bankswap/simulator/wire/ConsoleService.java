/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import dev.bankswap.simulator.SimulatedDevice;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

/** Offers the console of a simulated device to other programs: on a loopback port, and on a pseudo-terminal if wanted. */
public final class ConsoleService implements AutoCloseable {

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
	private final SimulatedDevice device;
	private final ConsoleSocket socket;
	private final Optional<PseudoTerminal> terminal;
	private final Consumer<byte[]> printer = this::print;
	private final AtomicBoolean closed = new AtomicBoolean();

	/**
	 * Opens both.
	 *
	 * @param device whose console
	 * @param port   loopback TCP port, 0 for any free one
	 * @param pty    path of the pseudo-terminal, which must be free, or nothing for none
	 * @throws java.nio.file.FileAlreadyExistsException if the path is taken
	 * @throws IOException                              if the port is taken or the system has no pseudo-terminals
	 */
	public ConsoleService(SimulatedDevice device, int port, Optional<Path> pty) throws IOException {
		this.device = device;
		try {
			socket = new ConsoleSocket(port, group, device::type);
		} catch (IOException e) {
			stop();
			throw e;
		}
		try {
			terminal = pty.isEmpty() ? Optional.empty() : Optional.of(new PseudoTerminal(pty.get(), device::type));
		} catch (IOException e) {
			socket.close();
			stop();
			throw e;
		}
		device.addConsoleListener(printer);
	}

	private void print(byte[] data) {
		socket.print(data);
		terminal.ifPresent(pty -> pty.print(data));
	}

	/**
	 * Returns the port.
	 *
	 * @return TCP port on the loopback interface
	 */
	public int port() {
		return socket.port();
	}

	/**
	 * Returns the path of the pseudo-terminal.
	 *
	 * @return the path, if there is one
	 */
	public Optional<Path> pty() {
		return terminal.map(PseudoTerminal::path);
	}

	@Override
	public void close() {
		if (!closed.compareAndSet(false, true)) {
			return;
		}
		device.removeConsoleListener(printer);
		terminal.ifPresent(PseudoTerminal::close);
		socket.close();
		stop();
	}

	private void stop() {
		group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
	}
}
