/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/**
 * Repaints something at most twenty times a second, however often it changes. Any thread calls {@link #request()}; that sets
 * a flag and returns at once, so a simulation or a reader is never held up by the display. The refresh runs on the UI thread.
 */
public final class PacedRefresh {

	/** Shortest time between two refreshes, in milliseconds. */
	public static final int INTERVAL_MS = 50;

	private final Display display;

	private final Runnable refresh;

	private final AtomicBoolean pending = new AtomicBoolean();

	private volatile boolean disposed;

	private long lastNanos;

	/**
	 * Makes a refresher that has nothing to do yet.
	 *
	 * @param display whose UI thread runs the refresh
	 * @param refresh what to run there
	 */
	public PacedRefresh(Display display, Runnable refresh) {
		this.display = display;
		this.refresh = refresh;
		this.lastNanos = System.nanoTime() - INTERVAL_MS * 1_000_000L;
	}

	/** Asks for a refresh in the near future. Any thread; never blocks. */
	public void request() {
		if (disposed || !pending.compareAndSet(false, true)) {
			return;
		}
		try {
			display.asyncExec(this::schedule);
		} catch (SWTException e) {
			// The display went away between the check and the call: there is nothing left to refresh.
			disposed = true;
		}
	}

	/** Stops refreshing; later requests do nothing. */
	public void dispose() {
		disposed = true;
	}

	private void schedule() {
		long waitMs = INTERVAL_MS - (System.nanoTime() - lastNanos) / 1_000_000L;
		if (waitMs <= 0) {
			run();
		} else {
			display.timerExec((int) waitMs, this::run);
		}
	}

	private void run() {
		pending.set(false);
		if (!disposed) {
			refresh.run();
			lastNanos = System.nanoTime();
		}
	}
}
