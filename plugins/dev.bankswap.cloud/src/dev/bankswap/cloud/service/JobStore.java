/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import dev.bankswap.cloud.store.StateStore;

/**
 * The jobs and their executions as values. Jobs keep the order of their creation, which is the order of execution.
 */
final class JobStore {

	private final Map<String, Job> jobs;

	private final Map<String, JobExecution> rows;

	private final Map<String, Map<String, JobExecution>> executions = new LinkedHashMap<>();

	JobStore(StateStore state) {
		this.jobs = state.table("jobs", Job.class);
		this.rows = state.table("job-executions", JobExecution.class);
		jobs.keySet().forEach(id -> executions.put(id, new LinkedHashMap<>()));
		rows.values().forEach(each -> Objects.requireNonNull(executions.get(each.jobId())).put(each.thingName(), each));
	}

	void put(Job job) {
		jobs.put(job.jobId(), job);
		executions.computeIfAbsent(job.jobId(), key -> new LinkedHashMap<>());
	}

	Optional<Job> job(String jobId) {
		return Optional.ofNullable(jobs.get(jobId));
	}

	List<Job> jobs() {
		return List.copyOf(jobs.values());
	}

	void put(JobExecution execution) {
		Objects.requireNonNull(executions.get(execution.jobId())).put(execution.thingName(), execution);
		rows.put(row(execution), execution);
	}

	Optional<JobExecution> execution(String thingName, String jobId) {
		return Optional.ofNullable(executions.getOrDefault(jobId, Map.of()).get(thingName));
	}

	List<JobExecution> ofJob(String jobId) {
		return List.copyOf(executions.getOrDefault(jobId, Map.of()).values());
	}

	List<JobExecution> ofThing(String thingName) {
		return executions.values().stream().map(byThing -> byThing.get(thingName)).filter(Objects::nonNull).toList();
	}

	void removeJob(String jobId) {
		jobs.remove(jobId);
		ofJob(jobId).forEach(execution -> rows.remove(row(execution)));
		executions.remove(jobId);
	}

	/** A job id has no slash. */
	private static String row(JobExecution execution) {
		return execution.jobId() + "/" + execution.thingName();
	}

	/**
	 * What a thing still has to do: running executions first, then in the order of creation.
	 *
	 * @param thingName the thing
	 * @return its pending executions
	 */
	PendingJobs pending(String thingName) {
		return new PendingJobs(thingName, inState(thingName, JobStatus.IN_PROGRESS::equals), inState(thingName, JobStatus.QUEUED::equals));
	}

	Optional<JobExecution> next(String thingName) {
		PendingJobs pending = pending(thingName);
		return pending.inProgress().stream().findFirst().or(() -> pending.queued().stream().findFirst());
	}

	private List<JobExecution> inState(String thingName, Predicate<JobStatus> wanted) {
		List<JobExecution> found = new ArrayList<>(ofThing(thingName).stream().filter(each -> wanted.test(each.status())).toList());
		// stable: executions queued in the same instant keep the order of their jobs
		found.sort(Comparator.comparing(JobExecution::queuedAt));
		return List.copyOf(found);
	}
}
