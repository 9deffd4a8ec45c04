/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The command interpreter ({@code cli_main.c}): finds the command of a line and splits the line into words. */
final class Cli {

	private static final String UNKNOWN = "Command not recognized. Enter 'help' to view a list of available commands.";

	private final List<Command> commands = new ArrayList<>();

	Cli(List<Command> others) {
		commands.add(new HelpCommand(commands));
		commands.addAll(others);
	}

	void execute(String line, Terminal terminal, Runnable done) {
		Optional<Command> command = commands.stream().filter(each -> calls(line, each.name())).findFirst();
		if (command.isPresent()) {
			command.get().execute(words(line), terminal, done);
		} else {
			terminal.println(UNKNOWN);
			done.run();
		}
	}

	/** The raw line is compared, so a leading space makes every command unknown. */
	private static boolean calls(String line, String name) {
		return line.startsWith(name) && (line.length() == name.length() || line.charAt(name.length()) == ' ');
	}

	private static List<String> words(String line) {
		return Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()).toList();
	}
}
