/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;
import java.util.Locale;

import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.TaskStatus;

/** {@code ps}: the tasks in the order of the kernel's lists, with processor time and stack. */
final class PsCommand implements Command {

	private static final int PERCENT = 100;

	/** Bytes of {@code TaskStatus_t}, an array of which the command puts into the heap. */
	private static final int STATUS = 36;

	private static final String RULE = "+" + "-".repeat(82) + "+";

	private final Kernel kernel;

	PsCommand(Kernel kernel) {
		this.kernel = kernel;
	}

	@Override
	public String name() {
		return "ps";
	}

	@Override
	public String help() {
		return HelpText.of("ps\n    List the status of all running tasks and related runtime statistics.");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		List<TaskStatus> tasks = kernel.systemState();
		kernel.heap().allocate(STATUS * tasks.size()).free();
		long hundredth = kernel.runTimeCounter() / PERCENT;
		terminal.println("Total Runtime: " + hundredth);
		terminal.println(RULE);
		terminal.println("| Task |   State   |    Task Name     |___Priority__| %CPU | Stack | Stack | Stack |");
		terminal.println("|  ID  |           |                  | Base | Cur. |      | Alloc |  HWM  | Usage |");
		terminal.println(RULE);
		tasks.forEach(task -> terminal.println(row(task, hundredth)));
		done.run();
	}

	static String row(TaskStatus task, long hundredth) {
		return String.format(Locale.ROOT, "| %4d | %-9s | %-16s |  %2d  |  %2d  | %3d%% | %5d | %5d | %3d%%  |", task.id(), task.state(),
				task.name(), task.priority(), task.priority(), hundredth == 0 ? 0 : task.runTime() / hundredth, task.stackWords(),
				task.unusedWords(), PERCENT * (task.stackWords() - task.unusedWords()) / task.stackWords());
	}
}
