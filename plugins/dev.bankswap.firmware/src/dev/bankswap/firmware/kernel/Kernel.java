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

	/** What an activation of a task costs besides the time that the model spends. */
	private static final long ACTIVATION_NANOS = 35_000;

	/** The run-time counter is a timer behind a prescaler of 4096 at 250 MHz. */
	private static final long NANOS_PER_COUNT = 16_384;

	private static final int WORD = 4;

	private static final int CONTROL_BLOCK = 172;

	private static final int NOT_STUCK = Integer.MIN_VALUE;

	private final Board board;

	private final EventGroup events = new EventGroup();

	private final List<Task> tasks = new ArrayList<>();

	private final Heap heap = new Heap();

	private final Task none = new Task(this, 0, "None", 0, 0);

	private Consumer<Task> onCreated = task -> {
		// until somebody watches
	};

	private Task current = none;

	private Task idle = none;

	private boolean started;

	private long startTime;

	private int created;

	private long lastInList;

	/** Processor time of tasks that do not exist any more. */
	private long freedTime;

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
		idle = createStaticTask("IDLE", 0, 128);
		createStaticTask("Tmr Svc", 24, 1024);
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
		Task task = createStaticTask(name, priority, stackWords);
		task.keep(heap.allocate(stackWords * WORD, CONTROL_BLOCK));
		return task;
	}

	/**
	 * Creates a task whose stack does not lie in the heap.
	 *
	 * @param name       its name
	 * @param priority   0 (idle) to 55
	 * @param stackWords stack size in 32-bit words
	 * @return the task
	 */
	public Task createStaticTask(String name, int priority, int stackWords) {
		created++;
		Task task = new Task(this, created, name, priority, stackWords);
		tasks.add(task);
		task.ran();
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

	/**
	 * Returns the heap.
	 *
	 * @return the heap of this boot
	 */
	public Heap heap() {
		return heap;
	}

	/**
	 * Notes how deep the running task goes into its stack.
	 *
	 * @param use what it calls
	 */
	public void useStack(StackUse use) {
		current.useStack(use);
	}

	/**
	 * {@code uxTaskGetSystemState}.
	 *
	 * @return the tasks in the order of the kernel's lists
	 */
	public List<TaskStatus> systemState() {
		return new SystemState(this).inKernelOrder();
	}

	/**
	 * Returns the run-time counter.
	 *
	 * @return counts since the start
	 */
	public long runTimeCounter() {
		return (board.scheduler().now() - startTime) / NANOS_PER_COUNT;
	}

	/** The processor time of a task; all that nobody used belongs to the idle task. */
	long runTime(Task task) {
		long nanos = task.processorTime();
		if (task == idle) {
			long others = tasks.stream().filter(each -> each != idle).mapToLong(Task::processorTime).sum();
			nanos = Math.max(0, board.scheduler().now() - startTime - others - freedTime);
		}
		return nanos / NANOS_PER_COUNT;
	}

	long nextInList() {
		lastInList++;
		return lastInList;
	}

	Scheduled submit(Task task, long delayMs, Runnable work) {
		return board.cpu().after(delayMs * NANOS_PER_TICK, task.priority(), () -> dispatch(task, work));
	}

	/** A task that deletes itself still uses its stack, so the idle task has to free it. */
	void deleted(Task task) {
		if (task == current) {
			idle.run(() -> forget(task));
		} else {
			forget(task);
		}
	}

	private void forget(Task task) {
		tasks.remove(task);
		freedTime += task.processorTime();
		task.freeMemory();
	}

	private void dispatch(Task task, Runnable work) {
		if (task.priority() < stuckPriority || !task.able()) {
			return;
		}
		Task interrupted = current;
		long began = board.scheduler().now();
		current = task;
		task.useStack(StackUse.RUN);
		try {
			work.run();
		} catch (EndlessLoop loop) {
			// what the task loops for does not matter: it never ends
			starveBelow(task);
		} finally {
			current = interrupted;
			task.charge(board.scheduler().now() - began + ACTIVATION_NANOS);
			task.ran();
		}
	}

	/** Tasks below the looping one never run again; the idle task is among them, so the watchdog will bite. */
	private void starveBelow(Task task) {
		task.delete();
		stuckPriority = Math.max(stuckPriority, task.priority());
	}
}
