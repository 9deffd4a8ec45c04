/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.bankswap.board.Board;
import dev.bankswap.board.BoardEvent;
import dev.bankswap.board.BoardListener;
import dev.bankswap.board.ResetCause;
import dev.bankswap.device.SerialLine;
import dev.bankswap.firmware.AwsRiFirmware;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.FirmwareListener;
import dev.bankswap.firmware.FirmwareOptions;
import dev.bankswap.simulator.loop.SimulationLoop;
import dev.bankswap.simulator.wire.SimulatedSerialLine;
import dev.bankswap.simulator.wire.TlsSocketWire;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

/**
 * A device made of board, firmware and wires that runs by itself. All methods may be called from any thread and none blocks,
 * {@link #close()} excepted.
 */
public final class SimulatedDevice implements AutoCloseable {

	private final String name;
	private final Board board;
	private final SimulationLoop loop;
	private final TlsSocketWire network;
	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
	private final DeviceTracker tracker;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final List<FirmwareListener> firmwareListeners = new CopyOnWriteArrayList<>();
	private volatile DeviceView view;

	/**
	 * Makes a device without power.
	 *
	 * @param options what it is made from
	 */
	public SimulatedDevice(SimulatedDeviceOptions options) {
		name = options.name();
		board = new Board(options.board());
		options.image().ifPresent(image -> board.flash().loadImage(1, image.binary()));
		network = new TlsSocketWire(board.scheduler(), group);
		AwsRiFirmware firmware = new AwsRiFirmware(FirmwareOptions.defaults(options.images()), network);
		tracker = new DeviceTracker(board, options.images());
		view = tracker.view();
		loop = new SimulationLoop("simulated device " + name, board.scheduler(), options.pace()); //$NON-NLS-1$
		loop.addHold(network);
		firmware.addListener(this::firmwareEvent);
		board.install(firmware);
		board.addListener(this::boardEvent);
	}

	/** Switches the power on and lets simulated time pass. Call once. */
	public void start() {
		board.scheduler().post(board::powerOn);
		loop.start();
	}

	private void boardEvent(BoardEvent event) {
		if (event instanceof BoardEvent.Reset || event instanceof BoardEvent.PoweredOff) {
			network.abandonAll();
		}
		if (tracker.board(event)) {
			changed();
		}
	}

	private void firmwareEvent(FirmwareEvent event) {
		if (tracker.firmware(event)) {
			changed();
		}
		firmwareListeners.forEach(listener -> listener.event(event));
	}

	private void changed() {
		view = tracker.view();
		listeners.forEach(Runnable::run);
	}

	/**
	 * Returns what a display shows now.
	 *
	 * @return the latest state
	 */
	public DeviceView view() {
		return view;
	}

	/**
	 * Returns what displays call the device.
	 *
	 * @return its name
	 */
	public String name() {
		return name;
	}

	/**
	 * Asks to be told of every change of {@link #view()}.
	 *
	 * @param changed called on the simulation thread, often; must only set a flag
	 */
	public void addListener(Runnable changed) {
		listeners.add(changed);
	}

	/**
	 * Withdraws a listener.
	 *
	 * @param changed what was added
	 */
	public void removeListener(Runnable changed) {
		listeners.remove(changed);
	}

	/**
	 * Asks to be told of everything that the firmware does.
	 *
	 * @param listener called on the simulation thread; must be quick
	 */
	public void addFirmwareListener(FirmwareListener listener) {
		firmwareListeners.add(listener);
	}

	/**
	 * Withdraws a listener.
	 *
	 * @param listener what was added
	 */
	public void removeFirmwareListener(FirmwareListener listener) {
		firmwareListeners.remove(listener);
	}

	/**
	 * Asks to be told of everything that the hardware does.
	 *
	 * @param listener called on the simulation thread; must be quick
	 */
	public void addBoardListener(BoardListener listener) {
		board.addListener(listener);
	}

	/**
	 * Withdraws a listener.
	 *
	 * @param listener what was added
	 */
	public void removeBoardListener(BoardListener listener) {
		board.removeListener(listener);
	}

	/**
	 * Asks for every byte that the console prints.
	 *
	 * @param bytes called on the simulation thread; must be quick
	 */
	public void addConsoleListener(Consumer<byte[]> bytes) {
		board.uart().addHostListener(bytes);
	}

	/**
	 * Withdraws a listener.
	 *
	 * @param bytes what was added
	 */
	public void removeConsoleListener(Consumer<byte[]> bytes) {
		board.uart().removeHostListener(bytes);
	}

	/**
	 * Types into the console.
	 *
	 * @param keys bytes as a terminal sends them
	 */
	public void type(byte[] keys) {
		board.uart().hostWrite(keys);
	}

	/**
	 * Returns the device's serial line for the tools.
	 *
	 * @return a line that is not open
	 */
	public SerialLine openConsole() {
		return new SimulatedSerialLine(name, board.uart());
	}

	/**
	 * Lets somebody use the board itself, such as a programmer that reads its memories.
	 *
	 * @param action called on the simulation thread, between two events; must be quick
	 */
	public void access(Consumer<Board> action) {
		board.scheduler().post(() -> action.accept(board));
	}

	/** Presses the reset button. */
	public void pressReset() {
		board.scheduler().post(() -> board.reset(ResetCause.PIN));
	}

	/** Takes the power away and gives it back. */
	public void powerCycle() {
		board.scheduler().post(() -> {
			board.powerOff();
			board.powerOn();
		});
	}

	/** Stops simulated time. */
	public void pause() {
		loop.setPaused(true);
	}

	/** Lets simulated time pass again. */
	public void resume() {
		loop.setPaused(false);
	}

	/**
	 * Tells whether simulated time was stopped.
	 *
	 * @return whether it stands still
	 */
	public boolean paused() {
		return loop.paused();
	}

	@Override
	public void close() {
		loop.close();
		network.close();
		group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
	}
}
