/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import dev.bankswap.board.Board;
import dev.bankswap.board.Scheduled;

/**
 * FreeRTOS as far as the application can tell: tasks, the 1 kHz tick and the system event group, on the core of a board.
 * A piece of a task's work is one event of the board's scheduler, at the task's priority.
 */
public final class Kernel {

	private static final long NANOS_PER_TICK = 1_000_000L;

	private static final int NOT_STUCK = Integer.MIN_VALUE;

	private final Board board;

	private final EventGroup events = new EventGroup();

	private final List<Task> tasks = new ArrayList<>();

	private final Task none = new Task(this, 0, "None", 0, 0);

	private Consumer<Task> onCreated = task -> {
		// until somebody watches
	};

	private Task current = none;

	private Task idle = none;

	private boolean started;

	private long startTime;

	private int created;

	private int stuckPriority = NOT_STUCK;

	/**
	 * Creates a kernel whose scheduler has not been started.
	 *
	 * @param board the board whose core runs the tasks
	 */
	public Kernel(Board board) {
		this.board = board;
	}

	/** Starts the scheduler: the tick begins to count, and the tasks created so far become able to run. */
	public void start() {
		started = true;
		startTime = board.scheduler().now();
		idle = createTask("IDLE", 0, 128);
		createTask("Tmr Svc", 24, 1024);
		current = idle;
	}

	/**
	 * Returns the idle task, whose hook refreshes the watchdog.
	 *
	 * @return the task of priority 0 that {@link #start()} created
	 */
	public Task idle() {
		return idle;
	}

	/**
	 * Returns the tick count.
	 *
	 * @return milliseconds since the scheduler was started, 0 before
	 */
	public long tick() {
		return started ? (board.scheduler().now() - startTime) / NANOS_PER_TICK : 0;
	}

	/**
	 * Tells whether the scheduler runs.
	 *
	 * @return true after {@link #start()}
	 */
	public boolean started() {
		return started;
	}

	/**
	 * Creates a task; it does nothing until it is given work.
	 *
	 * @param name       its name
	 * @param priority   0 (idle) to 55
	 * @param stackWords stack size in 32-bit words
	 * @return the task
	 */
	public Task createTask(String name, int priority, int stackWords) {
		created++;
		Task task = new Task(this, created, name, priority, stackWords);
		tasks.add(task);
		onCreated.accept(task);
		return task;
	}

	/**
	 * Sets who is told of new tasks.
	 *
	 * @param listener called with each task that is created from now on
	 */
	public void onCreated(Consumer<Task> listener) {
		onCreated = listener;
	}

	/**
	 * Returns the task whose work is running.
	 *
	 * @return the task; one named {@code None} before the scheduler is started, {@code IDLE} between two pieces of work
	 */
	public Task current() {
		return current;
	}

	/**
	 * Returns {@code xSystemEvents}; see {@link SystemEvents}.
	 *
	 * @return the event group
	 */
	public EventGroup events() {
		return events;
	}

	/**
	 * Returns the tasks that exist.
	 *
	 * @return the tasks in order of creation
	 */
	public List<Task> tasks() {
		return Collections.unmodifiableList(tasks);
	}

	/**
	 * Lets the running task use the processor.
	 *
	 * @param ms for how many milliseconds
	 */
	public void spend(long ms) {
		board.scheduler().spend(ms * NANOS_PER_TICK);
	}

	Scheduled submit(Task task, long delayMs, Runnable work) {
		return board.cpu().after(delayMs * NANOS_PER_TICK, task.priority(), () -> dispatch(task, work));
	}

	void forget(Task task) {
		tasks.remove(task);
	}

	private void dispatch(Task task, Runnable work) {
		if (task.priority() < stuckPriority || !task.admits(work)) {
			return;
		}
		Task interrupted = current;
		current = task;
		try {
			work.run();
		} catch (EndlessLoop loop) {
			// what the task loops for does not matter: it never ends
			starveBelow(task);
		} finally {
			current = interrupted;
		}
	}

	/** Tasks below the looping one never run again; the idle task is among them, so the watchdog will bite. */
	private void starveBelow(Task task) {
		task.delete();
		stuckPriority = Math.max(stuckPriority, task.priority());
	}
}
