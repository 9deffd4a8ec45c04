/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.headless;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

import dev.bankswap.simulator.demo.DemoListener;
import dev.bankswap.simulator.demo.DemoReport;
import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.demo.StageResult;

/** Prints a demonstration stage by stage, and its report on one screen at the end. */
final class ReportPrinter implements DemoListener {

	private static final String ROW = "  %-11s %9s %12s  %s%n"; //$NON-NLS-1$
	private static final int EVIDENCE_WIDTH = 100;
	private static final double MILLIS = 1000.0;

	private final PrintWriter out;

	ReportPrinter(PrintWriter out) {
		this.out = out;
	}

	@Override
	public void started(DemoStage stage) {
		// a line for each finished stage is enough: none takes long
	}

	@Override
	public void finished(StageResult result) {
		out.println(Messages.bind(Messages.StageDone, name(result.stage()), seconds(result.wall())));
	}

	/**
	 * Prints the report.
	 *
	 * @param report of a finished run
	 */
	void report(DemoReport report) {
		out.println();
		out.printf(ROW, Messages.ColumnStage, Messages.ColumnWall, Messages.ColumnSimulated, Messages.ColumnEvidence);
		for (StageResult stage : report.stages()) {
			out.printf(ROW, name(stage.stage()), seconds(stage.wall()), seconds(stage.simulated()),
					shortened(stage.evidence()));
		}
		out.println();
		out.println(Messages.bind(Messages.Verdict,
				new Object[] { report.jobStatus(), report.version(), Integer.toString(report.bank()) }));
		out.println(Messages.bind(Messages.OtaTook, seconds(report.otaWall()), seconds(report.otaSimulated())));
		out.println(report.succeeded() ? Messages.Succeeded : Messages.NotSucceeded);
	}

	private static String name(DemoStage stage) {
		return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.3f s", Double.valueOf(duration.toMillis() / MILLIS)); //$NON-NLS-1$
	}

	private static String shortened(String text) {
		return text.length() <= EVIDENCE_WIDTH ? text : text.substring(0, EVIDENCE_WIDTH - 1) + '\u2026';
	}
}
