/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.NullProgressMonitor;
import dev.bankswap.simulator.demo.Demo;
import dev.bankswap.simulator.demo.DemoException;
import dev.bankswap.simulator.demo.DemoOptions;
import dev.bankswap.simulator.demo.DemoReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bankswap demo}: the main job from a blank board to a committed update, in the terminal. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

	@CommandLine.Spec
	private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

	/** The shell script looks at it; here it is the only way. */
	@Option(names = "--headless", descriptionKey = "headless")
	private boolean headless;

	@Option(names = "--image", paramLabel = "PATH", descriptionKey = "image")
	private Optional<Path> image = Optional.empty();

	@Option(names = "--image-version", paramLabel = "X.Y.Z", descriptionKey = "image-version")
	private Optional<String> version = Optional.empty();

	@Option(names = "--speed", paramLabel = "N", descriptionKey = "speed")
	private double speed = DemoOptions.DEFAULT_SPEED;

	/** Stops after the arguments were checked: the script asks before it opens a window. */
	@Option(names = "--check", hidden = true)
	private boolean check;

	@Override
	public Integer call() throws Refused, DemoException {
		DemoOptions options = options();
		if (check) {
			return Integer.valueOf(0);
		}
		PrintWriter out = spec.commandLine().getOut();
		out.println(Messages.DemoStarts);
		return Integer.valueOf(run(options, out).succeeded() ? 0 : BankswapCommand.FAILED);
	}

	private DemoOptions options() throws Refused {
		Inputs.speed(speed);
		DemoOptions options = new DemoOptions(image, Inputs.version(version), speed);
		try {
			options.check();
		} catch (DemoException e) {
			throw new Refused(String.valueOf(e.getMessage()), e);
		}
		return options;
	}

	/**
	 * Runs the demonstration and prints its report.
	 *
	 * @param options what to run
	 * @param out     where progress and report go
	 * @return the report
	 * @throws DemoException if a stage failed
	 */
	static DemoReport run(DemoOptions options, PrintWriter out) throws DemoException {
		ReportPrinter printer = new ReportPrinter(out);
		NullProgressMonitor monitor = new NullProgressMonitor();
		try (Demo demo = new Demo(options, printer)) {
			Shutdown.add(() -> {
				monitor.setCanceled(true);
				demo.close();
			});
			DemoReport report = demo.run(monitor);
			printer.report(report);
			return report;
		}
	}
}
