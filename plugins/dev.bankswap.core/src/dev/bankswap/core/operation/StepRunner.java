/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

import java.time.Duration;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

import dev.bankswap.core.evidence.EvidenceSource;
import dev.bankswap.core.evidence.Timeline;

/** Runs the steps of an operation one after the other: reports each live, times it, records its evidence, and stops at a cancel. */
public final class StepRunner {
	/** The work of one step. */
	@FunctionalInterface
	public interface Work {
		/**
		 * Does the step.
		 *
		 * @return what it came to
		 * @throws Exception if it failed, of any kind; {@link OperationFailure#of(Throwable)} words it
		 */
		StepResult run() throws Exception;
	}

	private final SubMonitor monitor;
	private final StepListener listener;
	private final Timeline timeline;

	/**
	 * Makes a runner.
	 *
	 * @param operation name of the operation for the progress view
	 * @param steps how many steps there will be
	 * @param monitor shows the progress
	 * @param listener follows the steps
	 * @param timeline takes the evidence
	 */
	public StepRunner(String operation, int steps, IProgressMonitor monitor, StepListener listener, Timeline timeline) {
		this.monitor = SubMonitor.convert(monitor, operation, steps);
		this.listener = listener;
		this.timeline = timeline;
	}

	/**
	 * Runs a step.
	 *
	 * @param step which one
	 * @param source where its evidence comes from
	 * @param work does it
	 * @return what it came to
	 * @throws OperationFailure if it failed or was cancelled
	 */
	public StepResult run(StepId step, EvidenceSource source, Work work) throws OperationFailure {
		long start = System.nanoTime();
		monitor.subTask(step.label());
		listener.step(new StepReport(step, StepState.RUNNING, Duration.ZERO, "")); //$NON-NLS-1$
		try {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			StepResult result = work.run();
			timeline.add(source, step.name(), result.evidence());
			report(step, result.changed() ? StepState.DONE : StepState.FOUND, start, result.evidence());
			monitor.worked(1);
			return result;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw failed(step, source, start, e);
		} catch (Exception e) {
			throw failed(step, source, start, e);
		}
	}

	private OperationFailure failed(StepId step, EvidenceSource source, long start, Exception e) {
		OperationFailure failure = OperationFailure.of(e);
		timeline.add(source, step.name(), failure.getMessage());
		report(step, StepState.FAILED, start, failure.getMessage());
		return failure;
	}

	private void report(StepId step, StepState state, long start, String evidence) {
		listener.step(new StepReport(step, state, Duration.ofNanos(System.nanoTime() - start), evidence));
	}
}
