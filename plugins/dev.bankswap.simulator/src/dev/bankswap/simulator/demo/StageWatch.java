/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** Walks through the stages: announces each, waits for its milestone, and ends it with its evidence. */
final class StageWatch {

	/** On a slow machine too; a stage that takes longer will not end. */
	private static final Duration LONGEST_STAGE = Duration.ofSeconds(90);

	private final StageClock clock;
	private final Milestones milestones;
	private final UpdateObserver observer;
	private final SubMonitor progress;
	private DemoStage stage = DemoStage.CLOUD;

	StageWatch(StageClock clock, Milestones milestones, UpdateObserver observer, SubMonitor progress) {
		this.clock = clock;
		this.milestones = milestones;
		this.observer = observer;
		this.progress = progress;
	}

	DemoStage stage() {
		return stage;
	}

	/** A monitor for the operation that a stage consists of. */
	IProgressMonitor monitor() {
		return progress.newChild(0, SubMonitor.SUPPRESS_SETTASKNAME);
	}

	void begin(DemoStage next) {
		stage = next;
		progress.subTask(name());
		clock.start(next);
		progress.checkCanceled();
	}

	void end(String evidence) {
		clock.finish(stage, evidence);
		progress.worked(1);
	}

	void await(Milestone milestone) throws DemoException {
		await(milestone, UnaryOperator.identity());
	}

	/**
	 * Waits for what ends the stage.
	 *
	 * @param milestone what
	 * @param evidence  makes the stage's evidence from the milestone's
	 * @throws DemoException if the job ended first, or nothing happened for too long
	 */
	void await(Milestone milestone, UnaryOperator<String> evidence) throws DemoException {
		Optional<Reached> reached = milestones.await(milestone, Milestone.JOB_ENDED, LONGEST_STAGE, progress);
		if (reached.isEmpty()) {
			throw new DemoException(milestones.get(Milestone.JOB_ENDED)
					.map(ended -> Messages.bind(Messages.JobEnded, observer.jobStatus(), ended.evidence()))
					.orElseGet(() -> Messages.bind(Messages.StageTimedOut,
							new Object[] { name(), Long.toString(LONGEST_STAGE.toSeconds()), observer.lastLine() })));
		}
		Reached moment = reached.get();
		clock.finish(stage, moment, evidence.apply(moment.evidence()));
		progress.worked(1);
	}

	private String name() {
		return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}
}
