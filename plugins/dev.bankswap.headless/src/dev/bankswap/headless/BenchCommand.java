/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.IOException;
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
	private static final double KILO = 1 << 10;

	@CommandLine.Spec
	private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

	@Option(names = "--speed", paramLabel = "N", descriptionKey = "bench.speed")
	private double speed = DemoOptions.FASTEST_SPEED;

	@Override
	public Integer call() throws Refused, DemoException, IOException {
		Inputs.speed(speed);
		PrintWriter out = spec.commandLine().getOut();
		DemoReport report = DemoCommand.run(new DemoOptions(Optional.empty(), Optional.empty(), speed), out);
		out.println();
		line(out, report);
		board(out);
		files(out);
		return Integer.valueOf(report.succeeded() ? 0 : BankswapCommand.FAILED);
	}

	/** The whole line, from the job to the commit. */
	private static void line(PrintWriter out, DemoReport report) {
		double times = (double) report.otaSimulated().toNanos() / Math.max(1, report.otaWall().toNanos());
		out.println(Messages.bind(Messages.BenchVirtual, ReportPrinter.seconds(report.otaSimulated()),
				ReportPrinter.seconds(SEED)));
		out.println(Messages.bind(Messages.BenchSockets, ReportPrinter.seconds(report.otaWall()),
				number(times, 1)));
		out.println(Messages.bind(Messages.BenchHeap, number(report.peakHeap() / MEGA, 0)));
	}

	private static void board(PrintWriter out) throws IOException {
		dev.bankswap.board.Throughput board = dev.bankswap.board.Throughput.measure(System::nanoTime);
		out.println(Messages.bind(Messages.BenchBank, number(board.bankMillis(), 1)));
		out.println(Messages.bind(Messages.BenchSnapshot, number(board.snapshotMicros(), 1),
				number(board.snapshotBytes() / KILO, 1)));
	}

	/** Beside plain copies of the same bytes, because the speed of memory is what differs between machines. */
	private static void files(PrintWriter out) throws IOException {
		dev.bankswap.littlefs.Throughput.Result files = new dev.bankswap.littlefs.Throughput(System::nanoTime).measure();
		out.println(Messages.bind(Messages.BenchWrite, number(files.writeSpeed(), 0), number(files.writeRatio(), 1)));
		out.println(Messages.bind(Messages.BenchRead, number(files.readSpeed(), 0), number(files.readRatio(), 1)));
		out.println(Messages.bind(Messages.BenchUpdate, number(files.updatesPerSecond(), 0), number(files.updateRatio(), 2)));
	}

	private static String number(double value, int decimals) {
		return String.format(Locale.ROOT, "%." + decimals + "f", Double.valueOf(value)); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
