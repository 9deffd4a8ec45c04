/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import java.time.Duration;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

import dev.bankswap.aws.CloudException;
import dev.bankswap.aws.CloudProblem;
import dev.bankswap.aws.OtaCloud;
import dev.bankswap.aws.OtaUpdateRequest;
import dev.bankswap.aws.OtaUpdateStatus;
import dev.bankswap.core.operation.FailureKind;
import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.core.operation.Poll;
import dev.bankswap.core.operation.Waiter;

/**
 * Creates an update and waits until its job exists. A role that was made a moment ago is not known everywhere yet, so a refused access is
 * tried again for half a minute before it is believed.
 */
final class UpdateCreation {
	private static final Duration PROPAGATION = Duration.ofSeconds(30);
	private static final Duration RETRY = Duration.ofSeconds(3);

	private final OtaCloud cloud;
	private final Waiter waiter;
	private final Poll poll;
	private final IProgressMonitor monitor;

	UpdateCreation(OtaCloud cloud, Waiter waiter, Poll poll, IProgressMonitor monitor) {
		this.cloud = cloud;
		this.waiter = waiter;
		this.poll = poll;
		this.monitor = monitor;
	}

	/** Returns the id of the job. */
	String create(OtaUpdateRequest request) throws CloudException, OperationFailure {
		Duration waited = Duration.ZERO;
		while (true) {
			OtaUpdateStatus status = attempt(request, waited);
			if (status.complete()) {
				return status.jobId();
			}
			if (status.failed()) {
				cloud.deleteUpdate(request.id());
				if (!accessDenied(status) || waited.compareTo(PROPAGATION) >= 0) {
					throw new OperationFailure(FailureKind.CLOUD_REJECTED, failure(status));
				}
			}
			waiter.pause(RETRY, monitor);
			waited = waited.plus(RETRY);
		}
	}

	/** Creates the update once; a refusal of the call itself that may be due to propagation counts as pending. */
	private OtaUpdateStatus attempt(OtaUpdateRequest request, Duration waited) throws CloudException, OperationFailure {
		OtaUpdateStatus status;
		try {
			status = cloud.createUpdate(request);
		} catch (CloudException e) {
			boolean roleUnknown = e.problem() == CloudProblem.ACCESS_DENIED || e.problem() == CloudProblem.INVALID && e.getMessage().contains("ole"); //$NON-NLS-1$
			if (roleUnknown && waited.compareTo(PROPAGATION) < 0) {
				return new OtaUpdateStatus(request.id(), "", "", "", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			}
			throw e;
		}
		return settled(status);
	}

	private OtaUpdateStatus settled(OtaUpdateStatus first) throws CloudException, OperationFailure {
		OtaUpdateStatus status = first;
		Duration pause = poll.first();
		Duration waited = Duration.ZERO;
		while (!status.complete() && !status.failed()) {
			if (waited.compareTo(poll.limit()) >= 0) {
				throw new OperationFailure(FailureKind.TIMEOUT, NLS.bind(Messages.creation_slow, status.id(), status.state()));
			}
			waiter.pause(pause, monitor);
			waited = waited.plus(pause);
			pause = poll.next(pause);
			status = cloud.update(status.id());
		}
		return status;
	}

	private static boolean accessDenied(OtaUpdateStatus status) {
		return status.errorCode().contains("AccessDenied") || status.errorMessage().contains("AccessDenied"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String failure(OtaUpdateStatus status) {
		String message = status.errorMessage();
		String advice = Messages.advice_general;
		if (message.contains("PassRole")) { //$NON-NLS-1$
			advice = Messages.advice_passRole;
		} else if (message.contains("S3 object") || message.contains("bucket")) { //$NON-NLS-1$ //$NON-NLS-2$
			advice = Messages.advice_bucket;
		} else if (message.contains("assume") || message.contains("Assume")) { //$NON-NLS-1$ //$NON-NLS-2$
			advice = Messages.advice_trust;
		}
		return NLS.bind(Messages.creation_failed, new Object[] { status.id(), status.errorCode(), message, advice });
	}
}
