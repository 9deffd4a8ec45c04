/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;

import org.eclipse.core.runtime.OperationCanceledException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The top of the command line. Exit status 0: done; 1: it was tried and did not succeed; 2: it could not be tried, because of a
 * wrong argument, a missing file, a busy port.
 */
@Command(name = "bankswap", mixinStandardHelpOptions = true, version = "Bankswap 0.1.0", subcommands = {
		DemoCommand.class, BoardCommand.class, CloudCommand.class, BenchCommand.class, HelpCommand.class,
		BankswapCommand.IdeCommand.class, BankswapCommand.TestCommand.class })
final class BankswapCommand implements Runnable {

	/** It was tried and did not succeed. */
	static final int FAILED = 1;

	/** Bad input. */
	static final int REFUSED = 2;

	@CommandLine.Spec
	private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

	/** Listed in the help; the shell script carries it out. */
	@Command(name = "ide")
	static final class IdeCommand {
	}

	/** Listed in the help; the shell script carries it out. */
	@Command(name = "test")
	static final class TestCommand {
		@CommandLine.Option(names = "--platform", paramLabel = "4.30|4.33", descriptionKey = "platform")
		private String platform = "4.30"; //$NON-NLS-1$
	}

	/**
	 * Runs a command line.
	 *
	 * @param arguments without the program's name
	 * @param out       where results go
	 * @param err       where messages go
	 * @return exit status
	 */
	static int run(String[] arguments, PrintStream out, PrintStream err) {
		CommandLine line = new CommandLine(new BankswapCommand());
		// picocli would look for the texts with its own class loader
		line.setResourceBundle(ResourceBundle.getBundle("dev.bankswap.headless.usage")); //$NON-NLS-1$
		line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
		line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
		line.setParameterExceptionHandler((problem, wrong) -> {
			PrintWriter writer = problem.getCommandLine().getErr();
			writer.println(Messages.bind(Messages.Refused,
					Messages.bind(Messages.SeeHelp, firstLine(String.valueOf(problem.getMessage())))));
			return REFUSED;
		});
		line.setExecutionExceptionHandler((problem, command, parsed) -> {
			if (problem instanceof OperationCanceledException) {
				command.getErr().println(Messages.bind(Messages.Refused, Messages.Stopped));
				return FAILED;
			}
			command.getErr().println(Messages.bind(Messages.Refused, firstLine(String.valueOf(problem.getMessage()))));
			return problem instanceof Refused ? REFUSED : FAILED;
		});
		try {
			return line.execute(arguments);
		} catch (LinkageError | RuntimeException e) {
			System.getLogger("dev.bankswap.headless").log(System.Logger.Level.ERROR, "A defect of Bankswap", e); //$NON-NLS-1$ //$NON-NLS-2$
			err.println(Messages.bind(Messages.Refused, e));
			return FAILED;
		}
	}

	private static String firstLine(String message) {
		return message.lines().findFirst().orElse(message);
	}

	@Override
	public void run() {
		spec.commandLine().usage(spec.commandLine().getOut());
	}
}
