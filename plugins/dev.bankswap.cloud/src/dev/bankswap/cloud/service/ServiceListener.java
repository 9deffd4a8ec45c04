/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Optional;

/**
 * Is told what changed in the services. Called by the thread that caused the change, while the service is locked: it must
 * be quick and must not call back.
 */
public interface ServiceListener {

	/**
	 * An execution was created or changed.
	 *
	 * @param execution its new state
	 */
	default void executionChanged(JobExecution execution) {
		// not everybody cares
	}

	/**
	 * An execution was added to or taken from those that a thing still has to do.
	 *
	 * @param pending the list as it is now
	 */
	default void pendingChanged(PendingJobs pending) {
		// not everybody cares
	}

	/**
	 * Another execution is now the next one of a thing.
	 *
	 * @param thingName the thing
	 * @param next the next execution with its document, if there is any
	 */
	default void nextChanged(String thingName, Optional<JobWithDocument> next) {
		// not everybody cares
	}

	/**
	 * A shadow was updated or deleted.
	 *
	 * @param event what is to be told
	 */
	default void shadowChanged(ShadowEvent event) {
		// not everybody cares
	}

	/**
	 * A certificate may no longer be used.
	 *
	 * @param certificateId the certificate
	 */
	default void certificateDisabled(String certificateId) {
		// not everybody cares
	}
}
