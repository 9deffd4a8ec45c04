/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The core that runs the firmware. Whatever is scheduled through it vanishes at a reset and at power off, because it was in
 * RAM. An exception that an action throws is a fault of the firmware: the core stops, as the firmware's fault handler loops
 * for ever, and only a reset brings it back.
 */
public final class Cpu {

	/** Priority of interrupt handlers: above every task. */
	public static final int INTERRUPT_PRIORITY = 1_000;

	private final Scheduler scheduler;
	private final Consumer<Throwable> faultHandler;
	private boolean running;
	private int depth;

	private final MaskedTime masked = new MaskedTime();

	/** How often the core was stopped: what an action does after it was stopped itself is no fault any more. */
	private int stops;

	Cpu(Scheduler scheduler, Consumer<Throwable> faultHandler) {
		this.scheduler = scheduler;
		this.faultHandler = faultHandler;
	}

	/**
	 * Schedules an action of the firmware for a time.
	 *
	 * @param timeNs   when
	 * @param priority among the actions of the same time the largest runs first
	 * @param action   what to run
	 * @return the handle for cancelling it; not pending if the core does not run
	 */
	public Scheduled at(long timeNs, int priority, Runnable action) {
		return running ? scheduler.schedule(timeNs, priority, () -> execute(priority, action), this) : Dropped.INSTANCE;
	}

	/**
	 * Schedules an action of the firmware for a time from now.
	 *
	 * @param delayNs  how much later
	 * @param priority among the actions of the same time the largest runs first
	 * @param action   what to run
	 * @return the handle for cancelling it; not pending if the core does not run
	 */
	public Scheduled after(long delayNs, int priority, Runnable action) {
		if (delayNs < 0) {
			throw new IllegalArgumentException("Time cannot run backwards: " + delayNs + " ns");
		}
		return at(Math.addExact(scheduler.now(), delayNs), priority, action);
	}

	/**
	 * Schedules an action of the firmware for now, after the running one.
	 *
	 * @param priority among the actions of the same time the largest runs first
	 * @param action   what to run
	 */
	public void run(int priority, Runnable action) {
		at(scheduler.now(), priority, action);
	}

	/**
	 * Runs part of the running action with interrupts masked, as in a critical section. Actions of interrupt priority are masked
	 * by themselves. What the hardware cannot hold meanwhile is lost on a faithful board.
	 *
	 * @param section spends time or not
	 */
	public void masked(Runnable section) {
		long from = scheduler.now();
		try {
			section.run();
		} finally {
			masked.add(from, scheduler.now());
		}
	}

	/**
	 * Whether the core executes firmware.
	 *
	 * @return false before boot, after a fault and without power
	 */
	public boolean running() {
		return running;
	}

	void start() {
		running = true;
	}

	void stop() {
		running = false;
		stops++;
		scheduler.cancelAll(this);
	}

	/** Leaves the running action for good if it is one of the core that was stopped just now. */
	void abandon(String why) {
		if (depth > 0) {
			throw new CoreStopped(why);
		}
	}

	MaskedTime maskedTime() {
		return masked;
	}

	private void execute(int priority, Runnable action) {
		if (priority >= INTERRUPT_PRIORITY) {
			masked(() -> execute(action));
		} else {
			execute(action);
		}
	}

	/** Runs firmware at once and keeps its faults in. */
	void execute(Runnable action) {
		int before = stops;
		Optional<Throwable> fault = attempt(action);
		if (fault.isPresent() && stops == before) {
			stop();
			faultHandler.accept(fault.get());
		}
	}

	private Optional<Throwable> attempt(Runnable action) {
		depth++;
		try {
			action.run();
			return Optional.empty();
		} catch (CoreStopped e) {
			// Whoever stopped the core has seen to everything.
			return Optional.empty();
		} catch (OutOfMemoryError e) {
			throw e;
		} catch (Throwable e) {
			return Optional.of(e);
		} finally {
			depth--;
		}
	}

	private enum Dropped implements Scheduled {
		INSTANCE;

		@Override
		public void cancel() {
			// it never waits
		}

		@Override
		public boolean pending() {
			return false;
		}
	}
}
