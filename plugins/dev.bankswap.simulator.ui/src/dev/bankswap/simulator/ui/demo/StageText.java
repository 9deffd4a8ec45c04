/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.demo;

import java.time.Duration;

import org.eclipse.osgi.util.NLS;

import dev.bankswap.simulator.demo.DemoReport;
import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.demo.StageResult;
import dev.bankswap.simulator.ui.session.DemoProgress;
import dev.bankswap.simulator.ui.session.StageProgress;
import dev.bankswap.simulator.ui.session.StageState;

/** The demonstration in words. */
final class StageText {

	private static final double NANOS = 1e9;

	private StageText() {
	}

	static String name(DemoStage stage) {
		return switch (stage) {
		case CLOUD -> Messages.StageText_stage_cloud;
		case BOARD -> Messages.StageText_stage_board;
		case PROVISION -> Messages.StageText_stage_provision;
		case CONNECT -> Messages.StageText_stage_connect;
		case LAUNCH -> Messages.StageText_stage_launch;
		case DOWNLOAD -> Messages.StageText_stage_download;
		case VERIFY -> Messages.StageText_stage_verify;
		case SWAP -> Messages.StageText_stage_swap;
		case SELF_TEST -> Messages.StageText_stage_self_test;
		case COMMIT -> Messages.StageText_stage_commit;
		};
	}

	static String state(StageState state) {
		return switch (state) {
		case WAITING -> Messages.StageText_state_waiting;
		case RUNNING -> Messages.StageText_state_running;
		case DONE -> Messages.StageText_state_done;
		case FAILED -> Messages.StageText_state_failed;
		case CANCELLED -> Messages.StageText_state_cancelled;
		case NOT_REACHED -> Messages.StageText_state_not_reached;
		};
	}

	/** The duration of a stage that is done, and the state of any other. */
	static String time(StageProgress stage) {
		return stage.result().map(StageResult::wall).map(StageText::seconds).orElse(state(stage.state()));
	}

	static String boardTime(StageProgress stage) {
		return stage.result().map(StageResult::simulated).filter(time -> !time.isZero()).map(StageText::seconds)
				.orElse(""); //$NON-NLS-1$
	}

	/** In one line, without the padding that the device's log has. */
	static String evidence(StageProgress stage) {
		return stage.result().map(StageResult::evidence).map(text -> text.replaceAll("\\s+", " ").strip()) //$NON-NLS-1$ //$NON-NLS-2$
				.orElse(""); //$NON-NLS-1$
	}

	/** Evidence that names its stage, for a place beside the table; empty if there is none. */
	static String detail(StageProgress stage) {
		String evidence = evidence(stage);
		return evidence.isEmpty() ? "" //$NON-NLS-1$
				: NLS.bind(Messages.StageText_detail, name(stage.stage()), evidence);
	}

	static String summary(DemoProgress demo) {
		return switch (demo.phase()) {
		case NONE -> Messages.StageText_not_run;
		case RUNNING -> NLS.bind(Messages.StageText_running,
				demo.current().map(StageText::name).orElse(Messages.StageText_starting));
		case CANCELLED -> Messages.StageText_cancelled;
		case SUCCEEDED -> demo.report().map(StageText::success).orElse(""); //$NON-NLS-1$
		case FAILED -> NLS.bind(Messages.StageText_failed,
				demo.failure().or(() -> demo.report().map(StageText::success)).orElse("")); //$NON-NLS-1$
		};
	}

	private static String success(DemoReport report) {
		return NLS.bind(Messages.StageText_succeeded, new Object[] { report.jobStatus(), report.version(),
				Integer.valueOf(report.bank()), number(report.otaWall()), number(report.otaSimulated()) });
	}

	private static String seconds(Duration time) {
		return NLS.bind(Messages.StageText_seconds, number(time));
	}

	private static String number(Duration time) {
		return String.format("%.1f", Double.valueOf(time.toNanos() / NANOS)); //$NON-NLS-1$
	}
}
