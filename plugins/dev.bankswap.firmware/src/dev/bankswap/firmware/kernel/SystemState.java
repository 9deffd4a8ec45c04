/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The tasks in the order of the kernel's lists ({@code uxTaskGetSystemState}): ready tasks by falling priority, delayed ones by the
 * time at which they wake up, those whose time lies behind the overflow of the tick, deleted ones, and the suspended list, in
 * which also those are that wait for ever.
 */
final class SystemState {

	private static final int OVERFLOW_SHIFT = 32;

	private final Kernel kernel;
	private final List<Task> ready = new ArrayList<>();
	private final List<Task> delayed = new ArrayList<>();
	private final List<Task> overflown = new ArrayList<>();
	private final List<Task> deleted = new ArrayList<>();
	private final List<Task> suspended = new ArrayList<>();

	SystemState(Kernel kernel) {
		this.kernel = kernel;
		kernel.tasks().forEach(this::sort);
		ready.sort(Comparator.comparingInt(Task::priority).reversed().thenComparingLong(Task::listed));
		delayed.sort(Comparator.comparingLong(Task::wakeTick).thenComparingLong(Task::listed));
		overflown.sort(Comparator.comparingLong(Task::wakeTick).thenComparingLong(Task::listed));
		suspended.sort(Comparator.comparingLong(Task::listed));
	}

	private void sort(Task task) {
		if (task.deleted()) {
			deleted.add(task);
		} else if (task.suspended() || task.blockedForever()) {
			suspended.add(task);
		} else if (task == kernel.current() || task == kernel.idle() || task.wakeTick() <= kernel.tick()) {
			ready.add(task);
		} else if (task.wakeTick() == Task.NEVER) {
			suspended.add(task);
		} else if (task.wakeTick() >>> OVERFLOW_SHIFT == kernel.tick() >>> OVERFLOW_SHIFT) {
			delayed.add(task);
		} else {
			overflown.add(task);
		}
	}

	List<TaskStatus> inKernelOrder() {
		List<TaskStatus> all = new ArrayList<>();
		ready.forEach(each -> add(all, each, each == kernel.current() ? TaskStatus.State.RUNNING : TaskStatus.State.READY));
		delayed.forEach(each -> add(all, each, TaskStatus.State.BLOCKED));
		overflown.forEach(each -> add(all, each, TaskStatus.State.BLOCKED));
		deleted.forEach(each -> add(all, each, TaskStatus.State.DELETED));
		suspended.forEach(each -> add(all, each, each.suspended() ? TaskStatus.State.SUSPENDED : TaskStatus.State.BLOCKED));
		return List.copyOf(all);
	}

	private void add(List<TaskStatus> all, Task task, TaskStatus.State state) {
		all.add(new TaskStatus(task.id(), task.name(), state, task.priority(), kernel.runTime(task), task.stackWords(),
				task.unusedWords()));
	}
}
