/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Remembers what a thing has to do before a change and tells, after the change, what became different. Only the
 * membership of the list and the identity of its head count; progress reports change neither.
 */
final class PendingWatch {

	private record Identity(String jobId, long executionNumber) {

		static Identity of(JobExecution execution) {
			return new Identity(execution.jobId(), execution.executionNumber());
		}
	}

	private final JobStore store;

	private final String thingName;

	private final Set<Identity> members;

	private final Optional<Identity> head;

	PendingWatch(JobStore store, String thingName) {
		this.store = store;
		this.thingName = thingName;
		this.members = members();
		this.head = store.next(thingName).map(Identity::of);
	}

	void report(ServiceListener listener) {
		if (!members().equals(members)) {
			listener.pendingChanged(store.pending(thingName));
		}
		Optional<JobExecution> next = store.next(thingName);
		if (!next.map(Identity::of).equals(head)) {
			listener.nextChanged(thingName, next.flatMap(execution -> store.job(execution.jobId())
					.map(job -> new JobWithDocument(execution, job.document()))));
		}
	}

	private Set<Identity> members() {
		PendingJobs pending = store.pending(thingName);
		return new HashSet<>(Stream.of(pending.inProgress(), pending.queued()).flatMap(List::stream).map(Identity::of).toList());
	}
}
