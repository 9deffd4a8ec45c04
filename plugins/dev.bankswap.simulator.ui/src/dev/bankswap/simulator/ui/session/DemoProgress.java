/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.bankswap.simulator.demo.DemoReport;
import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.demo.StageResult;

/**
 * The demonstration at one moment. Immutable: each step gives a new one, so a display never sees half of a change.
 *
 * @param phase   how far the whole is
 * @param stages  every stage, in order
 * @param report  what a finished demonstration has shown
 * @param failure why a failed one failed, for the user
 */
public record DemoProgress(Phase phase, List<StageProgress> stages, Optional<DemoReport> report,
		Optional<String> failure) {

	/** How far a demonstration is. */
	public enum Phase {
		/** None was started. */
		NONE,
		/** It runs. */
		RUNNING,
		/** The job is SUCCEEDED and the board runs the new version. */
		SUCCEEDED,
		/** It ended, but not so. */
		FAILED,
		/** The user stopped it. */
		CANCELLED
	}

	/**
	 * Returns the progress before any demonstration.
	 *
	 * @return no progress
	 */
	public static DemoProgress none() {
		return waiting(Phase.NONE);
	}

	/**
	 * Returns the progress of a demonstration that begins.
	 *
	 * @return all stages waiting
	 */
	public static DemoProgress begun() {
		return waiting(Phase.RUNNING);
	}

	/**
	 * Tells whether a demonstration runs.
	 *
	 * @return whether it does
	 */
	public boolean running() {
		return phase == Phase.RUNNING;
	}

	/**
	 * Counts the stages that ended well.
	 *
	 * @return their number
	 */
	public int done() {
		return (int) stages.stream().filter(stage -> stage.state() == StageState.DONE).count();
	}

	/**
	 * Returns the stage that is being done.
	 *
	 * @return the stage, if one is
	 */
	public Optional<DemoStage> current() {
		return stages.stream().filter(stage -> stage.state() == StageState.RUNNING).map(StageProgress::stage).findFirst();
	}

	DemoProgress started(DemoStage stage) {
		return with(phase, progress -> progress.stage() == stage ? progress.as(StageState.RUNNING) : progress);
	}

	DemoProgress finished(StageResult result) {
		return with(phase, progress -> progress.stage() == result.stage()
				? new StageProgress(result.stage(), StageState.DONE, Optional.of(result))
				: progress);
	}

	DemoProgress ended(DemoReport end) {
		DemoProgress last = end.succeeded() ? with(Phase.SUCCEEDED, progress -> progress)
				: with(Phase.FAILED, stopped(StageState.FAILED));
		return new DemoProgress(last.phase, last.stages, Optional.of(end), Optional.empty());
	}

	DemoProgress failed(String reason) {
		return new DemoProgress(Phase.FAILED, with(phase, stopped(StageState.FAILED)).stages, Optional.empty(),
				Optional.of(reason));
	}

	DemoProgress cancelled() {
		return with(Phase.CANCELLED, stopped(StageState.CANCELLED));
	}

	private static UnaryOperator<StageProgress> stopped(StageState state) {
		return progress -> switch (progress.state()) {
		case RUNNING -> progress.as(state);
		case WAITING -> progress.as(StageState.NOT_REACHED);
		default -> progress;
		};
	}

	private DemoProgress with(Phase next, UnaryOperator<StageProgress> change) {
		return new DemoProgress(next, stages.stream().map(change).toList(), report, failure);
	}

	private static DemoProgress waiting(Phase phase) {
		List<StageProgress> stages = Arrays.stream(DemoStage.values())
				.map(stage -> new StageProgress(stage, StageState.WAITING, Optional.empty())).toList();
		return new DemoProgress(phase, stages, Optional.empty(), Optional.empty());
	}
}
