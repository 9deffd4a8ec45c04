/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

/**
 * USART1, the console, with the wire to the host. The device side is used by the firmware; of the host side,
 * {@link #hostWrite(byte[])} and the registration of listeners may be used by any thread.
 */
public final class Uart {

	private final Scheduler scheduler;
	private final Cpu cpu;
	private final SerialWire toHost;
	private final SerialWire toDevice;
	private final List<Consumer<byte[]>> hostListeners = new CopyOnWriteArrayList<>();
	private @Nullable Consumer<byte[]> receiver;
	private @Nullable Runnable idleHandler;

	Uart(Scheduler scheduler, Cpu cpu, int baud) {
		this.scheduler = scheduler;
		this.cpu = cpu;
		toHost = new SerialWire(scheduler, baud, this::arriveAtHost, this::transmitterIdle);
		toDevice = new SerialWire(scheduler, baud, this::arriveAtDevice, () -> {
			// the host does not wait
		});
	}

	/**
	 * Queues bytes for the host. They leave at the baud rate.
	 *
	 * @param data the bytes; not changed afterwards by the caller
	 */
	public void transmit(byte[] data) {
		toHost.send(data);
	}

	/**
	 * Sends bytes by polling: behind those that are queued, and with the core busy until the last one has left.
	 *
	 * @param data the bytes
	 */
	public void transmitBlocking(byte[] data) {
		toHost.send(data);
		toHost.drain();
	}

	/**
	 * Whether everything queued has left.
	 *
	 * @return true if the transmitter has nothing to do
	 */
	public boolean txIdle() {
		return toHost.idle();
	}

	/**
	 * Sets the handler of the interrupt "transmission complete". It stays until it is replaced or the core is reset.
	 *
	 * @param handler called on the CPU each time the transmitter has sent its last byte
	 */
	public void onTxIdle(Runnable handler) {
		idleHandler = handler;
	}

	/**
	 * Sets the handler of received bytes. It stays until it is replaced or the core is reset; bytes that arrive without one
	 * are lost.
	 *
	 * @param onCpu called on the CPU with the bytes of each batch
	 */
	public void setReceiver(Consumer<byte[]> onCpu) {
		receiver = onCpu;
	}

	/**
	 * Sends bytes to the device. They arrive at the baud rate. Any thread may call this.
	 *
	 * @param data the bytes
	 */
	public void hostWrite(byte[] data) {
		byte[] copy = data.clone();
		scheduler.post(() -> toDevice.send(copy));
	}

	/**
	 * Adds a receiver on the host. Any thread may call this.
	 *
	 * @param onSimulationThread called with each batch of bytes, which it must not change; must be quick
	 */
	public void addHostListener(Consumer<byte[]> onSimulationThread) {
		hostListeners.add(onSimulationThread);
	}

	/**
	 * Removes a receiver on the host. Any thread may call this.
	 *
	 * @param listener one that was added before
	 */
	public void removeHostListener(Consumer<byte[]> listener) {
		hostListeners.remove(listener);
	}

	/** What a reset, a fault or the end of the supply does: bytes that have not left are lost, nobody listens. */
	void reset() {
		idleHandler = null;
		receiver = null;
		toHost.cut();
	}

	private void arriveAtHost(byte[] data) {
		for (Consumer<byte[]> listener : hostListeners) {
			Containment.call("A listener of the console", scheduler.now(), () -> listener.accept(data));
		}
	}

	private void arriveAtDevice(byte[] data) {
		Consumer<byte[]> handler = receiver;
		if (handler != null) {
			cpu.run(Cpu.INTERRUPT_PRIORITY, () -> handler.accept(data));
		}
	}

	private void transmitterIdle() {
		Runnable handler = idleHandler;
		if (handler != null) {
			cpu.run(Cpu.INTERRUPT_PRIORITY, handler);
		}
	}
}
