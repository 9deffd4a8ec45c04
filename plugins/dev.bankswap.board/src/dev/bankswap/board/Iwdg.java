/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The independent watchdog. It runs on a clock of its own: once started it cannot be stopped but by a reset, and it resets
 * the core when it was not refreshed in time, even if the core is in its fault handler.
 */
public final class Iwdg {

	/** Ten seconds: LSI / 1024 with reload 315, as the related firmware for the U5 sets it. */
	public static final long DEFAULT_TIMEOUT = 10_000_000_000L;

	private final Scheduler scheduler;
	private final Runnable expiry;
	private long timeout;
	private long deadline;
	private @Nullable Scheduled alarm;

	Iwdg(Scheduler scheduler, Runnable expiry) {
		this.scheduler = scheduler;
		this.expiry = expiry;
	}

	/** Starts it with the default time-out. */
	public void start() {
		start(DEFAULT_TIMEOUT);
	}

	/**
	 * Starts it, or changes the time-out.
	 *
	 * @param timeoutNs longest time between two refreshs
	 */
	public void start(long timeoutNs) {
		if (timeoutNs <= 0) {
			throw new IllegalArgumentException("A watchdog needs a time-out greater than zero, not " + timeoutNs + " ns");
		}
		stop();
		timeout = timeoutNs;
		deadline = Math.addExact(scheduler.now(), timeoutNs);
		watch();
	}

	/** Starts the time anew; without effect if it is not running. A refresh that comes too late no longer helps. */
	public void refresh() {
		if (alarm != null) {
			if (scheduler.now() >= deadline) {
				expire();
			} else {
				deadline = scheduler.now() + timeout;
			}
		}
	}

	/**
	 * Whether it was started since the last reset.
	 *
	 * @return true if it has to be refreshed
	 */
	public boolean running() {
		return alarm != null;
	}

	void stop() {
		Scheduled waiting = alarm;
		if (waiting != null) {
			waiting.cancel();
			alarm = null;
		}
	}

	private void watch() {
		alarm = scheduler.at(deadline, Scheduler.HARDWARE_PRIORITY, this::alarm);
	}

	/** A refresh only moves the deadline, so an alarm can come early; then it is set again. */
	private void alarm() {
		if (scheduler.now() < deadline) {
			watch();
		} else {
			expire();
		}
	}

	private void expire() {
		stop();
		expiry.run();
	}
}
