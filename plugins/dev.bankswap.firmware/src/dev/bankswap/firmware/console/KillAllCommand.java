/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;
import java.util.Optional;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Assertions;

/** {@code killall}: signals a task by its name; an unknown name does nothing. */
final class KillAllCommand implements Command {

	private static final int MAX_NAME = 32;

	private final Kernel kernel;

	private final Assertions assertions;

	KillAllCommand(FirmwareContext context) {
		kernel = context.kernel();
		assertions = context.assertions();
	}

	@Override
	public String name() {
		return "killall";
	}

	@Override
	public String help() {
		return HelpText.of("""
				killall
				    killall [ -SIGNAME ] <Task Name>
				    killall [ -n ] <Task Name>
				        Signal a task with a given name with the signal number or signal name given.
				""");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		Task self = kernel.current();
		Signal signal = Signal.DEFAULT;
		Optional<Task> target = Optional.empty();
		for (String word : words) {
			if (word.startsWith("-")) {
				signal = signal.changedBy(word.substring(1));
			} else {
				target = find(word);
			}
			if (target.isPresent()) {
				signal.actOn(target.get(), target.get() == self);
			}
			if (self.suspended()) {
				break;
			}
		}
		self.run(done);
	}

	private Optional<Task> find(String name) {
		if (name.length() >= MAX_NAME) {
			throw assertions.fatal("tasks.c", 2431);
		}
		return kernel.tasks().stream().filter(each -> each.name().equals(name)).findFirst();
	}
}
