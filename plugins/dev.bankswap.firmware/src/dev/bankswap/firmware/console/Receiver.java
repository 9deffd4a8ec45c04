/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import dev.bankswap.board.Uart;
import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Logger;

/** The task {@code uartRx}: puts received bytes into a stream of 512 bytes and drops what does not fit. */
final class Receiver {

	private static final int CAPACITY = 512;

	private final ByteQueue stream = new ByteQueue();

	private final Uart uart;

	private final Logger log;

	private final Task task;

	private final Runnable onReceived;

	Receiver(FirmwareContext context, Runnable onReceived) {
		this.onReceived = onReceived;
		uart = context.board().uart();
		log = context.log();
		task = context.kernel().createTask("uartRx", 30, 1024);
	}

	void start() {
		uart.setReceiver(data -> task.run(() -> push(data)));
	}

	boolean isEmpty() {
		return stream.size() == 0;
	}

	byte take() {
		return stream.take(1)[0];
	}

	private void push(byte[] data) {
		int kept = Math.min(CAPACITY - stream.size(), data.length);
		stream.add(data, 0, kept);
		if (kept < data.length) {
			log.warn("cli_uart_drv.c", 317, "Dropped %d bytes. Console receive buffer full.", data.length - kept);
		}
		onReceived.run();
	}
}
