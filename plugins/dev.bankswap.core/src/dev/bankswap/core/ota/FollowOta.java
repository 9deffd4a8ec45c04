/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

import dev.bankswap.aws.CloudException;
import dev.bankswap.aws.CloudProblem;
import dev.bankswap.aws.JobExecutionStatus;
import dev.bankswap.aws.OtaCloud;
import dev.bankswap.core.evidence.EvidenceSource;
import dev.bankswap.core.evidence.Timeline;
import dev.bankswap.core.operation.FailureKind;
import dev.bankswap.core.operation.Operation;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.core.operation.Poll;
import dev.bankswap.core.operation.StepListener;
import dev.bankswap.core.operation.StepResult;
import dev.bankswap.core.operation.StepRunner;
import dev.bankswap.core.operation.Waiter;

/**
 * Follows an update on one board to its end. Stopping this does not stop the update; {@link OtaCloud#cancelJob(String)} does.
 */
public final class FollowOta implements Operation {
	/** The download of the seed's image takes half a minute on a board; the local cloud can be asked more often than AWS allows. */
	public static final Poll DEFAULT_POLL = new Poll(Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofMinutes(30));

	private final OtaLaunch launch;
	private final OtaCloud cloud;
	private Waiter waiter = Waiter.realTime();
	private Poll poll = DEFAULT_POLL;
	private StepListener listener = report -> {
		// nobody follows unless told so
	};
	private Consumer<OtaProgress> progress = report -> {
		// nobody follows unless told so
	};
	private Timeline timeline = new Timeline();
	private Optional<OtaResult> result = Optional.empty();

	/**
	 * Makes the operation.
	 *
	 * @param launch the update and its job
	 * @param cloud the account's updates
	 */
	public FollowOta(OtaLaunch launch, OtaCloud cloud) {
		this.launch = launch;
		this.cloud = cloud;
	}

	/**
	 * Sets who follows the step.
	 *
	 * @param follower takes each change of the step
	 * @return this
	 */
	public FollowOta listener(StepListener follower) {
		listener = follower;
		return this;
	}

	/**
	 * Sets who follows the progress on the board.
	 *
	 * @param follower takes each change; called by the operation's thread
	 * @return this
	 */
	public FollowOta progress(Consumer<OtaProgress> follower) {
		progress = follower;
		return this;
	}

	/**
	 * Sets where the evidence goes.
	 *
	 * @param collector takes each change of the job execution
	 * @return this
	 */
	public FollowOta timeline(Timeline collector) {
		timeline = collector;
		return this;
	}

	/**
	 * Sets how to wait and how often to ask.
	 *
	 * @param other waits between two questions
	 * @param rate how often to ask
	 * @return this
	 */
	public FollowOta waiter(Waiter other, Poll rate) {
		waiter = other;
		poll = rate;
		return this;
	}

	@Override
	public String name() {
		return NLS.bind(Messages.operation_follow, launch.thingName());
	}

	/** Nothing is blocked by looking on. */
	@Override
	public Optional<String> resource() {
		return Optional.empty();
	}

	@Override
	public void run(IProgressMonitor monitor) throws OperationFailure {
		StepRunner steps = new StepRunner(name(), 1, monitor, listener, timeline);
		steps.run(OtaStep.FOLLOW, EvidenceSource.CLOUD, () -> follow(monitor));
	}

	/**
	 * Tells how the update ended.
	 *
	 * @return the result, also of an update that failed; empty as long as it did not end
	 */
	public Optional<OtaResult> result() {
		return result;
	}

	private StepResult follow(IProgressMonitor monitor) throws CloudException, OperationFailure {
		long seen = -1;
		Duration pause = poll.first();
		for (Duration waited = Duration.ZERO; waited.compareTo(poll.limit()) < 0; waited = waited.plus(pause)) {
			Optional<JobExecutionStatus> found = ask();
			if (found.isPresent() && found.get().version() != seen) {
				seen = found.get().version();
				pause = poll.first();
				changed(found.get(), monitor);
				if (found.get().ended()) {
					return ended(found.get());
				}
			} else {
				pause = poll.next(pause);
			}
			waiter.pause(pause, monitor);
		}
		throw new OperationFailure(FailureKind.TIMEOUT, NLS.bind(Messages.follow_slow, launch.jobId()));
	}

	/** A throttled or unreachable cloud says nothing about the update: it is asked again, less often, until the limit. */
	private Optional<JobExecutionStatus> ask() throws CloudException {
		try {
			return cloud.execution(launch.thingName(), launch.jobId());
		} catch (CloudException e) {
			if (e.problem() != CloudProblem.THROTTLED && e.problem() != CloudProblem.UNREACHABLE) {
				throw e;
			}
			timeline.add(EvidenceSource.CLOUD, "job.unanswered", String.valueOf(e.getMessage())); //$NON-NLS-1$
			return Optional.empty();
		}
	}

	private void changed(JobExecutionStatus execution, IProgressMonitor monitor) {
		OtaProgress report = OtaProgress.of(execution);
		timeline.add(EvidenceSource.CLOUD, "job.execution", execution.state() + " " + details(execution.details())); //$NON-NLS-1$ //$NON-NLS-2$
		monitor.subTask(report.total() == 0 ? execution.state()
				: NLS.bind(Messages.progress, new Object[] { execution.state(), Integer.valueOf(report.blocks()), Integer.valueOf(report.total()) }));
		progress.accept(report);
	}

	private StepResult ended(JobExecutionStatus execution) throws OperationFailure {
		String reason = execution.details().getOrDefault("reason", ""); //$NON-NLS-1$ //$NON-NLS-2$
		String explanation = execution.succeeded() ? Messages.follow_succeeded : ReasonCode.explain(reason).orElse(Messages.follow_unexplained);
		result = Optional.of(new OtaResult(launch.jobId(), execution.state(), execution.details(), explanation));
		if (!execution.succeeded()) {
			throw new OperationFailure(FailureKind.UPDATE_FAILED,
					NLS.bind(Messages.follow_failed, new Object[] { launch.thingName(), execution.state(), reason.isEmpty() ? "-" : reason, explanation })); //$NON-NLS-1$
		}
		return StepResult.done(execution.state() + " " + details(execution.details())); //$NON-NLS-1$
	}

	private static String details(Map<String, String> details) {
		return new java.util.TreeMap<>(details).toString();
	}
}
