/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.loop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.bankswap.board.Scheduler;

/**
 * Drives one {@link Scheduler} on one thread of its own. Everything that happens on the board happens on that thread; other
 * threads hand in work through {@link Scheduler#post(Runnable)}.
 */
public final class SimulationLoop implements AutoCloseable {

	/** A {@link Hold} that lasts longer than this in real time is ignored: the other side is not going to answer. */
	private static final long LONGEST_HOLD = TimeUnit.SECONDS.toNanos(2);
	private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);
	private static final long CLOSE_SECONDS = 5;

	private final Scheduler scheduler;
	private final ExecutorService thread;
	private final List<Hold> holds = new CopyOnWriteArrayList<>();
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition wake = lock.newCondition();
	private final AtomicBoolean closed = new AtomicBoolean();
	private volatile Pace pace;
	private volatile boolean paused;
	private boolean signalled;

	private long paceReal;
	private long paceSimulated;
	private long holdSince = -1;
	private boolean overheld;

	/**
	 * Makes a loop that does not run yet.
	 *
	 * @param name      name of the thread
	 * @param scheduler what it drives
	 * @param pace      how fast
	 */
	public SimulationLoop(String name, Scheduler scheduler, Pace pace) {
		this.scheduler = scheduler;
		this.pace = pace;
		this.thread = Executors.newSingleThreadExecutor(work -> {
			Thread made = Executors.defaultThreadFactory().newThread(work);
			made.setName(name);
			made.setDaemon(true);
			return made;
		});
		scheduler.onInput(this::signal);
	}

	/** Starts to run. Call once. */
	public void start() {
		thread.execute(this::run);
	}

	/**
	 * Adds something that simulated time waits for.
	 *
	 * @param hold asked on the simulation thread before time moves
	 */
	public void addHold(Hold hold) {
		holds.add(hold);
	}

	/**
	 * Changes the pace from now on.
	 *
	 * @param newPace how fast
	 */
	public void setPace(Pace newPace) {
		scheduler.post(() -> {
			pace = newPace;
			rebase();
		});
	}

	/**
	 * Stops or continues simulated time. Input is still taken while it stands still.
	 *
	 * @param stop whether time stands still
	 */
	public void setPaused(boolean stop) {
		if (stop) {
			paused = true;
		} else {
			// on the simulation thread, so that the time of the pause is not made up for
			scheduler.post(() -> {
				rebase();
				paused = false;
			});
		}
	}

	/**
	 * Tells whether simulated time was stopped.
	 *
	 * @return whether it stands still
	 */
	public boolean paused() {
		return paused;
	}

	@Override
	public void close() {
		closed.set(true);
		signal();
		thread.shutdown();
		try {
			thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		rebase();
		while (!closed.get()) {
			if (scheduler.hasInput()) {
				passIdleTime();
				scheduler.step();
			} else {
				advance();
			}
		}
	}

	/** An input arrives at the moment that the pace has reached, not at the moment of the last event. */
	private void passIdleTime() {
		if (!paused && (holdSince < 0 || overheld)) {
			long reached = Math.min(allowed(), scheduler.nextTime());
			if (reached > scheduler.now() && reached != Long.MAX_VALUE) {
				scheduler.advanceTo(reached);
			}
		}
	}

	private void advance() {
		if (paused) {
			await(LONGEST_WAIT);
			return;
		}
		if (holding()) {
			await(LONGEST_WAIT / 10);
			return;
		}
		long next = scheduler.nextTime();
		long allowed = allowed();
		if (next <= allowed) {
			scheduler.step();
		} else if (next == Long.MAX_VALUE) {
			await(LONGEST_WAIT);
		} else {
			await(Math.min(LONGEST_WAIT, pace.real(next - allowed)));
		}
	}

	private boolean holding() {
		if (holds.stream().noneMatch(Hold::holding)) {
			if (holdSince >= 0) {
				holdSince = -1;
				overheld = false;
				rebase();
			}
			return false;
		}
		long now = System.nanoTime();
		if (holdSince < 0) {
			holdSince = now;
		}
		if (now - holdSince <= LONGEST_HOLD) {
			return true;
		}
		if (!overheld) {
			// once: the time of the hold must not be made up for in one jump
			overheld = true;
			rebase();
		}
		return false;
	}

	private void rebase() {
		paceReal = System.nanoTime();
		paceSimulated = scheduler.now();
	}

	private long allowed() {
		long passed = pace.simulated(System.nanoTime() - paceReal);
		long sum = paceSimulated + passed;
		return sum < 0 ? Long.MAX_VALUE : sum;
	}

	private void signal() {
		lock.lock();
		try {
			signalled = true;
			wake.signal();
		} finally {
			lock.unlock();
		}
	}

	private void await(long nanos) {
		lock.lock();
		try {
			if (!signalled && nanos > 0) {
				wake.awaitNanos(nanos);
			}
			signalled = false;
		} catch (InterruptedException e) {
			closed.set(true);
			Thread.currentThread().interrupt();
		} finally {
			lock.unlock();
		}
	}
}
