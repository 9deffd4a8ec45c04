/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.io.ByteArrayOutputStream;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.board.Uart;
import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;
import dev.bankswap.firmware.log.Logger;

/**
 * The task {@code uartTx}. It empties the transmit stream in writes of at most 64 bytes. Only when the stream stayed empty
 * for a poll of 5 ms does it put one log line in, so the output of commands overtakes log lines.
 */
final class Transmitter {

	private static final int CAPACITY = 2304;

	private static final int TRIGGER = 8;

	private static final int CHUNK = 64;

	private static final long POLL_MS = 5;

	private static final byte[] CLEAR_LINE = { '\r', 0x1B, '[', 'K' };

	private static final byte[] LINE_END = { '\r', '\n' };

	private final ByteQueue stream = new ByteQueue();

	/** What a blocked writer has not yet got into the stream. */
	private final ByteQueue backlog = new ByteQueue();

	private final Uart uart;

	private final Kernel kernel;

	private final Logger log;

	private final Task task;

	/** What is redrawn behind a log line: empty unless a prompt is on the screen. */
	private final Supplier<byte[]> redraw;

	private Runnable whenAccepted = () -> {
		// nobody is blocked
	};

	private boolean sending;

	private long waitingSince;

	private @Nullable Timer poll;

	Transmitter(FirmwareContext context, Supplier<byte[]> redraw) {
		this.redraw = redraw;
		uart = context.board().uart();
		kernel = context.kernel();
		log = context.log();
		task = kernel.createTask("uartTx", 24, 1024);
		task.polls(POLL_MS);
	}

	void start() {
		waitingSince = kernel.tick();
		uart.onTxIdle(() -> task.run(this::sent));
		log.onQueued(this::wake);
		log.onGasp(this::discard);
		wake();
	}

	/** Writes on behalf of the CLI task. */
	void write(byte[] data) {
		int room = backlog.size() > 0 ? 0 : Math.min(CAPACITY - stream.size(), data.length);
		stream.add(data, 0, room);
		backlog.add(data, room, data.length - room);
		wake();
	}

	/** Whether the CLI task would still be blocked in its last write. */
	boolean blocked() {
		return backlog.size() > 0;
	}

	/** Sets what happens once a blocked writer has got everything into the stream. */
	void onAccepted(Runnable action) {
		whenAccepted = action;
	}

	/** Sees to it that the task looks at its stream: at once if there is enough in it, else when its poll ends. */
	private void wake() {
		if (sending) {
			return;
		}
		if (stream.size() >= TRIGGER) {
			task.run(this::receive);
		} else if (poll == null && (stream.size() > 0 || log.waiting())) {
			long rest = POLL_MS - (kernel.tick() - waitingSince) % POLL_MS;
			poll = task.after(rest, this::receive);
		}
	}

	private void receive() {
		stopPoll();
		if (sending) {
			return;
		}
		if (stream.size() == 0) {
			log.poll().ifPresent(this::insert);
		}
		if (stream.size() > 0) {
			sending = true;
			uart.transmit(stream.take(CHUNK));
			refill();
		}
	}

	private void insert(byte[] line) {
		byte[] prompt = redraw.get();
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		if (prompt.length > 0) {
			text.writeBytes(CLEAR_LINE);
		}
		text.writeBytes(line);
		text.writeBytes(LINE_END);
		text.writeBytes(prompt);
		stream.add(text.toByteArray(), 0, text.size());
	}

	private void refill() {
		byte[] moved = backlog.take(CAPACITY - stream.size());
		stream.add(moved, 0, moved.length);
		if (moved.length > 0 && backlog.size() == 0) {
			whenAccepted.run();
		}
	}

	private void sent() {
		if (sending) {
			sending = false;
			waitingSince = kernel.tick();
			wake();
		}
	}

	private void stopPoll() {
		Timer running = poll;
		if (running != null) {
			running.cancel();
			poll = null;
		}
	}

	private void discard() {
		stream.clear();
		backlog.clear();
	}
}
