/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes what happens in the services on to everybody who listens.
 */
final class ServiceEvents implements ServiceListener {

	private final List<ServiceListener> listeners = new CopyOnWriteArrayList<>();

	void add(ServiceListener listener) {
		listeners.add(listener);
	}

	void remove(ServiceListener listener) {
		listeners.remove(listener);
	}

	@Override
	public void executionChanged(JobExecution execution) {
		listeners.forEach(listener -> listener.executionChanged(execution));
	}

	@Override
	public void pendingChanged(PendingJobs pending) {
		listeners.forEach(listener -> listener.pendingChanged(pending));
	}

	@Override
	public void nextChanged(String thingName, Optional<JobWithDocument> next) {
		listeners.forEach(listener -> listener.nextChanged(thingName, next));
	}

	@Override
	public void certificateDisabled(String certificateId) {
		listeners.forEach(listener -> listener.certificateDisabled(certificateId));
	}

	@Override
	public void shadowChanged(ShadowEvent event) {
		listeners.forEach(listener -> listener.shadowChanged(event));
	}
}
