/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.List;
import java.util.Optional;

/**
 * {@code help}, with its two quirks: a word is compared over the length of the registered name only, and the command that
 * was found last is remembered, so that a plain {@code help} repeats it until an unknown word was asked for.
 */
final class HelpCommand implements Command {

	private final List<Command> commands;

	private Optional<Command> current = Optional.empty();

	HelpCommand(List<Command> commands) {
		this.commands = commands;
	}

	@Override
	public String name() {
		return "help";
	}

	@Override
	public String help() {
		return HelpText.of("""
				help:
				    List available commands and their arguments.
				    Usage:

				    help
				        Print help for all recognized commands

				    help <command>
				        Print help test for a specific command
				""");
	}

	@Override
	public void execute(List<String> words, Terminal terminal, Runnable done) {
		if (words.size() > 1) {
			String topic = words.get(1);
			current = commands.stream().filter(each -> topic.startsWith(each.name())).findFirst();
		}
		current.ifPresentOrElse(command -> terminal.print(command.help()),
				() -> commands.forEach(command -> terminal.print(command.help())));
		done.run();
	}
}
