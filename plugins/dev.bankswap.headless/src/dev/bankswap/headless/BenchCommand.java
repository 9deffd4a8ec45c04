/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.bankswap.simulator.demo.DemoException;
import dev.bankswap.simulator.demo.DemoOptions;
import dev.bankswap.simulator.demo.DemoReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bankswap bench}: how fast the whole line is, from one run. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

	/** From the job's creation to the commit on the seed's board, read off its log excerpts. */
	private static final Duration SEED = Duration.ofSeconds(43);
	private static final double MEGA = 1 << 20;

	@CommandLine.Spec
	private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

	@Option(names = "--speed", paramLabel = "N", descriptionKey = "bench.speed")
	private double speed = DemoOptions.FASTEST_SPEED;

	@Override
	public Integer call() throws Refused, DemoException {
		Inputs.speed(speed);
		PrintWriter out = spec.commandLine().getOut();
		DemoReport report = DemoCommand.run(new DemoOptions(Optional.empty(), Optional.empty(), speed), out);
		out.println();
		double times = (double) report.otaSimulated().toNanos() / Math.max(1, report.otaWall().toNanos());
		out.println(Messages.bind(Messages.BenchVirtual, ReportPrinter.seconds(report.otaSimulated()),
				ReportPrinter.seconds(SEED)));
		out.println(Messages.bind(Messages.BenchSockets, ReportPrinter.seconds(report.otaWall()),
				String.format(Locale.ROOT, "%.1f", Double.valueOf(times)))); //$NON-NLS-1$
		out.println(Messages.bind(Messages.BenchHeap,
				String.format(Locale.ROOT, "%.0f MB", Double.valueOf(report.peakHeap() / MEGA)))); //$NON-NLS-1$
		return Integer.valueOf(report.succeeded() ? 0 : BankswapCommand.FAILED);
	}
}
