/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.bankswap.board.fault.Line;
import org.eclipse.jdt.annotation.Nullable;

/**
 * USART1, the console, with the wire to the host. On a faithful board the receiver holds {@link #FIFO} bytes: of what arrives
 * while the core takes no interrupts the rest is lost. The device side is used by the firmware; of the host side,
 * {@link #hostWrite(byte[])} and the registration of listeners may be used by any thread.
 */
public final class Uart {

	/** Bytes that the receiver of a faithful board holds while the core takes no interrupts. */
	public static final int FIFO = 8;

	private final Scheduler scheduler;
	private final EventHub events;
	private final Cpu cpu;
	private final FaultInjector faults;
	private final boolean overruns;
	private final SerialWire toHost;
	private final SerialWire toDevice;
	private final List<Consumer<byte[]>> hostListeners = new CopyOnWriteArrayList<>();
	private @Nullable Consumer<byte[]> receiver;
	private @Nullable Runnable idleHandler;
	private @Nullable Runnable overrunHandler;
	private boolean overrun;

	/** Bytes in the receiver, when they are read next, and how many of a batch found no room. */
	private int held;
	private long nextService;
	private int lost;

	Uart(Scheduler scheduler, EventHub events, Cpu cpu, FaultInjector faults, BoardConfig config) {
		this.scheduler = scheduler;
		this.events = events;
		this.cpu = cpu;
		this.faults = faults;
		int baud = config.timing().baud();
		overruns = config.fidelity().uartOverrun() && baud > 0;
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
	 * Sets the handler of an overrun. Without one the receiver ends with the overrun, as ST's driver does, and nothing arrives
	 * until {@link #setReceiver(Consumer)} is called again.
	 *
	 * @param handler called on the CPU; the receiver goes on
	 */
	public void onOverrun(Runnable handler) {
		overrunHandler = handler;
	}

	/**
	 * The flag ORE.
	 *
	 * @return whether bytes were lost since the flag was cleared
	 */
	public boolean overrun() {
		return overrun;
	}

	/** Clears the flag ORE. */
	public void clearOverrun() {
		overrun = false;
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
		overrunHandler = null;
		receiver = null;
		overrun = false;
		toHost.cut();
	}

	private void arriveAtHost(byte[] sent) {
		byte[] data = faults.transfer(Line.TO_HOST, sent);
		if (data.length > 0) {
			for (Consumer<byte[]> listener : hostListeners) {
				Containment.call("A listener of the console", scheduler.now(), () -> listener.accept(data));
			}
		}
	}

	private void arriveAtDevice(byte[] sent) {
		byte[] data = faults.transfer(Line.TO_DEVICE, sent);
		Consumer<byte[]> handler = receiver;
		if (handler != null && data.length > 0) {
			lost = 0;
			byte[] read = overruns ? throughFifo(data) : data;
			cpu.run(Cpu.INTERRUPT_PRIORITY, () -> handler.accept(read));
			if (lost > 0) {
				reportOverrun();
			}
		}
	}

	/** What the program gets to read; after an overrun that it does not handle that is nothing more. */
	private byte[] throughFifo(byte[] data) {
		byte[] read = new byte[data.length];
		int count = 0;
		for (int i = 0; i < data.length; i++) {
			if (!fits(toDevice.passedAt(data.length - i))) {
				lost++;
			} else if (lost == 0 || overrunHandler != null) {
				read[count++] = data[i];
			}
		}
		cpu.maskedTime().forgetBefore(toDevice.passedAt(1));
		return Arrays.copyOf(read, count);
	}

	/** Whether the receiver has room for a byte that arrives then: what came since the core was busy is still there. */
	private boolean fits(long time) {
		long service = cpu.maskedTime().servedAt(time);
		held = service == time ? 0 : service == nextService ? held + 1 : 1;
		nextService = service;
		return held <= FIFO;
	}

	private void reportOverrun() {
		overrun = true;
		events.emit(new BoardEvent.UartOverrun(scheduler.now(), lost));
		Runnable handler = overrunHandler;
		if (handler == null) {
			receiver = null;
		} else {
			cpu.run(Cpu.INTERRUPT_PRIORITY, handler);
		}
	}

	private void transmitterIdle() {
		Runnable handler = idleHandler;
		if (handler != null) {
			cpu.run(Cpu.INTERRUPT_PRIORITY, handler);
		}
	}
}
