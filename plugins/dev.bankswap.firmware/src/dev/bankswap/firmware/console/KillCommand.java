/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;
import java.util.Optional;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.codec.CNumber;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Assertions;

/**
 * {@code kill}: signals a task by its number. A number without a task stands for the calling task, so the console freezes;
 * and the target is remembered, so a signal behind it acts on it again.
 */
final class KillCommand implements Command {

	private final Kernel kernel;

	private final Assertions assertions;

	KillCommand(FirmwareContext context) {
		kernel = context.kernel();
		assertions = context.assertions();
	}

	@Override
	public String name() {
		return "kill";
	}

	@Override
	public String help() {
		return HelpText.of("""
				kill
				    kill [ -SIGNAME ] <Task ID>
				        Signal a task with the named signal and the specified task id.

				    kill [ -n ] <Task ID>
				        Signal a task with the given signal number and the specified task id.
				""");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		Task self = kernel.current();
		Signal signal = Signal.DEFAULT;
		long target = 0;
		for (String word : words) {
			if (word.startsWith("-")) {
				signal = signal.changedBy(word.substring(1));
			} else {
				target = CNumber.unsigned(word);
			}
			if (target != 0) {
				send(signal, target, self);
			}
			if (self.suspended()) {
				break;
			}
		}
		// A console that suspended itself has its next command held back with everything else.
		self.run(done);
	}

	private void send(Signal signal, long target, Task self) {
		Optional<Task> task = kernel.tasks().stream().filter(each -> each.id() == target).findFirst();
		if (task.isEmpty() && signal.resumes()) {
			throw assertions.fatal("tasks.c", 1885);
		}
		Task receiver = task.orElse(self);
		signal.actOn(receiver, receiver == self);
	}
}
