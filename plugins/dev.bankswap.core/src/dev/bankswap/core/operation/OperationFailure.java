/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

import java.io.IOException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;

import dev.bankswap.aws.CloudException;
import dev.bankswap.aws.CloudProblem;
import dev.bankswap.device.SerialException;
import dev.bankswap.device.SerialProblem;

/**
 * An operation did not reach its end. {@link #of(Throwable)} is the only place that turns exceptions into a status; its message says what
 * happened and what to do, and holds no secrets.
 */
public final class OperationFailure extends CoreException {
	/** The bundle that failures are reported for. */
	public static final String BUNDLE = "dev.bankswap.core"; //$NON-NLS-1$
	private static final long serialVersionUID = 1L;

	private final FailureKind kind;

	/**
	 * Makes a failure without a technical cause.
	 *
	 * @param kind what kind it is
	 * @param message what happened and what to do
	 */
	public OperationFailure(FailureKind kind, String message) {
		this(kind, message, null);
	}

	/**
	 * Makes a failure.
	 *
	 * @param kind what kind it is
	 * @param message what happened and what to do
	 * @param cause what made it happen, if that is known
	 */
	public OperationFailure(FailureKind kind, String message, @Nullable Throwable cause) {
		super(new Status(kind.severity(), BUNDLE, kind.ordinal(), message, cause));
		this.kind = kind;
	}

	/**
	 * Tells the kind.
	 *
	 * @return the kind
	 */
	public FailureKind kind() {
		return kind;
	}

	/**
	 * Turns whatever went wrong into a failure.
	 *
	 * @param cause any exception
	 * @return the failure; {@code cause} itself if it is one
	 */
	public static OperationFailure of(Throwable cause) {
		if (cause instanceof OperationFailure failure) {
			return failure;
		}
		String message = cause.getMessage() == null || cause.getMessage().isBlank() ? cause.getClass().getSimpleName() : cause.getMessage();
		if (cause instanceof SerialException serial) {
			return new OperationFailure(ofSerial(serial.problem()), message, cause);
		}
		if (cause instanceof CloudException cloud) {
			return new OperationFailure(ofCloud(cloud.problem()), message, cause);
		}
		if (cause instanceof OperationCanceledException || cause instanceof InterruptedException) {
			return new OperationFailure(FailureKind.CANCELLED, Messages.cancelled, cause);
		}
		if (cause instanceof IOException) {
			return new OperationFailure(FailureKind.BAD_INPUT, message, cause);
		}
		return new OperationFailure(FailureKind.UNEXPECTED, message, cause);
	}

	private static FailureKind ofSerial(SerialProblem problem) {
		return switch (problem) {
		case PORT_BUSY -> FailureKind.PORT_BUSY;
		case PORT_GONE -> FailureKind.PORT_GONE;
		case NO_PROMPT -> FailureKind.NO_PROMPT;
		case DEVICE_REJECTED -> FailureKind.DEVICE_REJECTED;
		case TIMEOUT -> FailureKind.TIMEOUT;
		case CANCELLED -> FailureKind.CANCELLED;
		default -> FailureKind.UNEXPECTED;
		};
	}

	private static FailureKind ofCloud(CloudProblem problem) {
		return switch (problem) {
		case ACCESS_DENIED -> FailureKind.ACCESS_DENIED;
		case CREDENTIALS -> FailureKind.CREDENTIALS;
		case UNREACHABLE -> FailureKind.UNREACHABLE;
		case CANCELLED -> FailureKind.CANCELLED;
		default -> FailureKind.CLOUD_REJECTED;
		};
	}
}
