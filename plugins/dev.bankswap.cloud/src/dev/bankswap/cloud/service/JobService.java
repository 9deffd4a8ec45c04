/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Jobs and their executions: what the control plane and the devices may do with them. Whoever listens to the services is
 * told when the list of pending executions of a thing, or its head, changes.
 */
public final class JobService {

	private static final int MAX_DOCUMENT = 32_768;

	private static final Set<String> SELECTIONS = Set.of("SNAPSHOT", "CONTINUOUS");

	private final CloudServices services;

	private final JobStore store;

	JobService(CloudServices services) {
		this.services = services;
		this.store = new JobStore(services.state());
	}

	/**
	 * Creates a job and queues it for its targets.
	 *
	 * @param request what to do and for whom
	 * @return the job
	 * @throws ServiceException if the id is taken, a target does not exist or the request is malformed
	 */
	public Job create(JobRequest request) {
		check(request);
		synchronized (services.lock()) {
			if (store.job(request.jobId()).isPresent()) {
				throw ServiceException.alreadyExists("Job already exists: " + request.jobId());
			}
			List<Thing> targets = request.targetArns().stream().distinct().map(this::target).toList();
			Instant now = now();
			Job job = new Job(request.jobId(), services.arns().job(request.jobId()), request.targetArns(), request.targetSelection(),
					JobState.IN_PROGRESS, request.description(), now, now, Optional.empty(), request.document());
			watching(targets.stream().map(Thing::name).toList(), () -> {
				store.put(job);
				targets.forEach(thing -> save(JobExecution.queued(job.jobId(), thing, now)));
			});
			return job;
		}
	}

	/**
	 * Looks a job up.
	 *
	 * @param jobId its id
	 * @return the job
	 * @throws ServiceException if there is none
	 */
	public Job get(String jobId) {
		synchronized (services.lock()) {
			return store.job(jobId).orElseThrow(() -> ServiceException.notFound("Job " + jobId + " cannot be found."));
		}
	}

	/**
	 * All jobs, in the order of their creation.
	 *
	 * @return a copy
	 */
	public List<Job> list() {
		synchronized (services.lock()) {
			return store.jobs();
		}
	}

	/**
	 * Calls a job off: waiting executions are cancelled, running ones only by force.
	 *
	 * @param jobId the job
	 * @param force also cancel running executions
	 * @param comment why; kept in the job's description only if that is empty
	 * @throws ServiceException if there is no such job or it has ended
	 */
	public void cancel(String jobId, boolean force, String comment) {
		synchronized (services.lock()) {
			Job job = get(jobId);
			if (job.status() != JobState.IN_PROGRESS) {
				throw ServiceException.invalid("Job " + jobId + " is in state " + job.status() + " and cannot be canceled.");
			}
			store.put(job.withComment(comment).withStatus(JobState.CANCELED, now()));
			watching(thingsOf(jobId), () -> store.ofJob(jobId).stream()
					.filter(each -> each.status() == JobStatus.QUEUED || force && each.status() == JobStatus.IN_PROGRESS)
					.forEach(each -> save(each.updated(JobStatus.CANCELED, each.statusDetails(), now()))));
		}
	}

	/**
	 * Deletes a job and its executions.
	 *
	 * @param jobId the job
	 * @param force also when it has not ended
	 * @throws ServiceException if there is no such job, or it has not ended and there is no force
	 */
	public void delete(String jobId, boolean force) {
		synchronized (services.lock()) {
			Job job = get(jobId);
			if (job.status() == JobState.IN_PROGRESS && !force) {
				throw ServiceException.invalidState("Job " + jobId + " is in state IN_PROGRESS and cannot be deleted without force.");
			}
			watching(thingsOf(jobId), () -> store.removeJob(jobId));
		}
	}

	/**
	 * Looks an execution up.
	 *
	 * @param thingName the thing
	 * @param jobId the job
	 * @return its execution on the thing
	 * @throws ServiceException if there is none
	 */
	public JobExecution execution(String thingName, String jobId) {
		synchronized (services.lock()) {
			return store.execution(thingName, jobId).orElseThrow(
					() -> ServiceException.notFound("Job execution for job " + jobId + " and thing " + thingName + " cannot be found."));
		}
	}

	/**
	 * The executions of a job.
	 *
	 * @param jobId the job
	 * @return one for each thing
	 * @throws ServiceException if there is no such job
	 */
	public List<JobExecution> executionsOfJob(String jobId) {
		synchronized (services.lock()) {
			return store.ofJob(get(jobId).jobId());
		}
	}

	/**
	 * The executions of a thing, also the ended ones.
	 *
	 * @param thingName the thing
	 * @return one for each job
	 * @throws ServiceException if there is no such thing
	 */
	public List<JobExecution> executionsOfThing(String thingName) {
		synchronized (services.lock()) {
			return store.ofThing(services.things().get(thingName).name());
		}
	}

	/**
	 * Calls the execution on one thing off.
	 *
	 * @param thingName the thing
	 * @param jobId the job
	 * @param force also when it runs
	 * @throws ServiceException if there is none, it has ended, or it runs and there is no force
	 */
	public void cancelExecution(String thingName, String jobId, boolean force) {
		synchronized (services.lock()) {
			JobExecution execution = execution(thingName, jobId);
			if (execution.status().terminal() || execution.status() == JobStatus.IN_PROGRESS && !force) {
				throw ServiceException.invalidState("Job execution is in state " + execution.status() + " and cannot be canceled.");
			}
			watching(List.of(thingName), () -> save(execution.updated(JobStatus.CANCELED, execution.statusDetails(), now())));
		}
	}

	/**
	 * What a thing has to do.
	 *
	 * @param thingName the thing
	 * @return its pending executions, in order
	 * @throws ServiceException if there is no such thing
	 */
	public PendingJobs pending(String thingName) {
		synchronized (services.lock()) {
			return store.pending(services.things().get(thingName).name());
		}
	}

	/**
	 * What a thing has to do next. Asking does not start it.
	 *
	 * @param thingName the thing
	 * @return its next execution, if there is any
	 * @throws ServiceException if there is no such thing
	 */
	public Optional<JobWithDocument> next(String thingName) {
		synchronized (services.lock()) {
			return store.next(services.things().get(thingName).name()).map(this::withDocument);
		}
	}

	/**
	 * Starts the next execution of a thing, unless it runs already.
	 *
	 * @param thingName the thing
	 * @param details first details, used only if the execution was waiting
	 * @return the execution that runs now, if there is any
	 * @throws ServiceException if there is no such thing, or the details are malformed
	 */
	public Optional<JobWithDocument> startNext(String thingName, Optional<Map<String, String>> details) {
		details.ifPresent(JobService::checkDetails);
		synchronized (services.lock()) {
			Optional<JobExecution> next = store.next(services.things().get(thingName).name());
			return next.map(execution -> {
				if (execution.status() == JobStatus.QUEUED) {
					watching(List.of(thingName), () -> save(execution.updated(JobStatus.IN_PROGRESS,
							details.orElse(execution.statusDetails()), now())));
				}
				return withDocument(execution(thingName, execution.jobId()));
			});
		}
	}

	/**
	 * What a device sees of an execution that has not ended.
	 *
	 * @param thingName the thing
	 * @param jobId the job
	 * @return the execution and the job document
	 * @throws ServiceException if there is none or it has ended
	 */
	public JobWithDocument describe(String thingName, String jobId) {
		synchronized (services.lock()) {
			JobExecution execution = execution(thingName, jobId);
			if (execution.status().terminal()) {
				throw new ServiceException("TerminalStateException", 410, "Job execution is in terminal state " + execution.status());
			}
			return withDocument(execution);
		}
	}

	/**
	 * Takes a device's report.
	 *
	 * @param thingName the thing
	 * @param jobId the job
	 * @param update the report
	 * @return the execution as it is now
	 * @throws ServiceException if there is none, or the report is malformed or does not fit its state or version
	 */
	public JobExecution update(String thingName, String jobId, JobUpdate update) {
		update.statusDetails().ifPresent(JobService::checkDetails);
		synchronized (services.lock()) {
			JobExecution execution = execution(thingName, jobId);
			if (update.executionNumber().orElse(execution.executionNumber()) != execution.executionNumber()) {
				throw ServiceException.notFound("Job execution number does not exist.");
			}
			if (update.expectedVersion().orElse(execution.versionNumber()) != execution.versionNumber()) {
				throw new ServiceException("VersionMismatchException", 409, "Expected version does not match the current version "
						+ execution.versionNumber());
			}
			if (!execution.status().deviceMayReport(update.status())) {
				throw ServiceException.invalidState("Job execution cannot go from " + execution.status() + " to " + update.status());
			}
			JobExecution updated = execution.updated(update.status(), update.statusDetails().orElse(execution.statusDetails()), now());
			watching(List.of(thingName), () -> save(updated));
			return updated;
		}
	}

	void thingDeleted(String thingName) {
		watching(List.of(thingName), () -> store.ofThing(thingName).stream().filter(each -> !each.status().terminal())
				.forEach(each -> save(each.updated(JobStatus.REMOVED, each.statusDetails(), now()))));
	}

	private void watching(Collection<String> thingNames, Runnable change) {
		List<PendingWatch> watches = thingNames.stream().distinct().map(name -> new PendingWatch(store, name)).toList();
		change.run();
		watches.forEach(watch -> watch.report(services.events()));
	}

	private void save(JobExecution execution) {
		store.put(execution);
		services.events().executionChanged(execution);
		Job job = get(execution.jobId());
		boolean done = store.ofJob(job.jobId()).stream().allMatch(each -> each.status().terminal());
		if (done && job.status() == JobState.IN_PROGRESS && "SNAPSHOT".equals(job.targetSelection())) {
			store.put(job.withStatus(JobState.COMPLETED, now()));
		}
	}

	private JobWithDocument withDocument(JobExecution execution) {
		return new JobWithDocument(execution, get(execution.jobId()).document());
	}

	private Thing target(String arn) {
		Thing thing = services.things().get(services.arns().resourceName(arn));
		if (!thing.arn().equals(arn)) {
			throw ServiceException.notFound("Target " + arn + " not found.");
		}
		return thing;
	}

	private Set<String> thingsOf(String jobId) {
		return store.ofJob(jobId).stream().map(JobExecution::thingName).collect(Collectors.toSet());
	}

	private Instant now() {
		return services.clock().instant();
	}

	private static void check(JobRequest request) {
		Names.check("jobId", request.jobId(), Names.JOB);
		if (request.targetArns().isEmpty()) {
			throw ServiceException.invalid("A job needs at least one target");
		}
		if (!SELECTIONS.contains(request.targetSelection())) {
			throw ServiceException.invalid("Value at 'targetSelection' must be one of SNAPSHOT, CONTINUOUS");
		}
		if (request.document().toString().length() > MAX_DOCUMENT) {
			throw ServiceException.invalid("The job document is longer than " + MAX_DOCUMENT + " bytes");
		}
	}

	private static void checkDetails(Map<String, String> details) {
		details.forEach((key, value) -> {
			Names.check("statusDetails", key, Names.DETAIL_NAME);
			Names.check("statusDetails." + key, value, Names.DETAIL_VALUE);
		});
	}
}
