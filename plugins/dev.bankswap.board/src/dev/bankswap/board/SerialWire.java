/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Arrays;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One direction of a serial line. Bytes leave one after the other at the baud rate, but arrive in batches, because an event
 * for each byte would cost more than it tells. The last byte of a batch arrives exactly at its time.
 */
final class SerialWire {

	/** Small enough that nobody sees a delay (2.8 ms at 115200 baud), large enough to be cheap. */
	static final int BATCH = 32;

	/** Start bit, eight data bits, stop bit. */
	private static final int BITS = 10;
	private static final long SECOND = 1_000_000_000L;

	private final Scheduler scheduler;
	private final int baud;
	private final Consumer<byte[]> arrival;
	private final Runnable idleListener;
	private byte[] queue = new byte[256];
	private int head;
	private int count;
	private int batch;
	private long busySince;
	private long sentSince;
	private @Nullable Scheduled batchEnd;

	SerialWire(Scheduler scheduler, int baud, Consumer<byte[]> arrival, Runnable idleListener) {
		this.scheduler = scheduler;
		this.baud = baud;
		this.arrival = arrival;
		this.idleListener = idleListener;
	}

	void send(byte[] data) {
		if (data.length == 0) {
			return;
		}
		append(data);
		if (batch == 0) {
			busySince = scheduler.now();
			sentSince = 0;
			startBatch();
		}
	}

	boolean idle() {
		return count == 0;
	}

	/** Waits until everything has arrived. */
	void drain() {
		if (count > 0) {
			scheduler.spend(Math.max(0, busySince + duration(sentSince + count) - scheduler.now()));
			cancelBatch();
			deliver(count);
			idleListener.run();
		}
	}

	/** Stops the line: what has passed it arrives, the rest is lost. */
	void cut() {
		if (count > 0) {
			int passed = 0;
			while (passed < batch && busySince + duration(sentSince + passed + 1) <= scheduler.now()) {
				passed++;
			}
			cancelBatch();
			deliver(passed);
			count = 0;
		}
	}

	/** When a byte of the batch that is arriving had passed the line; counted from the end, the last one is 1. */
	long passedAt(int fromEnd) {
		return busySince + duration(sentSince - fromEnd + 1);
	}

	private void append(byte[] data) {
		if (head + count + data.length > queue.length) {
			int capacity = Math.max(queue.length, Integer.highestOneBit(count + data.length) * 2);
			byte[] larger = new byte[capacity];
			System.arraycopy(queue, head, larger, 0, count);
			queue = larger;
			head = 0;
		}
		System.arraycopy(data, 0, queue, head + count, data.length);
		count += data.length;
	}

	private void startBatch() {
		batch = Math.min(count, BATCH);
		batchEnd = scheduler.at(busySince + duration(sentSince + batch), Scheduler.HARDWARE_PRIORITY, this::endBatch);
	}

	private void endBatch() {
		int arrived = batch;
		batch = 0;
		deliver(arrived);
		if (count == 0) {
			idleListener.run();
		} else if (batch == 0) {
			startBatch();
		}
	}

	private void cancelBatch() {
		Scheduled waiting = batchEnd;
		if (waiting != null) {
			waiting.cancel();
		}
		batch = 0;
	}

	private void deliver(int length) {
		if (length > 0) {
			byte[] data = Arrays.copyOfRange(queue, head, head + length);
			head += length;
			count -= length;
			sentSince += length;
			arrival.accept(data);
		}
	}

	private long duration(long bytes) {
		return baud == 0 ? 0 : bytes * BITS * SECOND / baud;
	}
}
