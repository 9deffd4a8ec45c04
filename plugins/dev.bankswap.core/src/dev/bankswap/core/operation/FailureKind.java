/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

import org.eclipse.core.runtime.IStatus;

/** The kinds of failure of an operation, as far as a display or a command's exit code tells them apart. */
public enum FailureKind {
	/** The user stopped it. */
	CANCELLED(IStatus.CANCEL),
	/** What the user gave is not usable. */
	BAD_INPUT(IStatus.ERROR),
	/** Somebody else holds the serial port. */
	PORT_BUSY(IStatus.ERROR),
	/** The serial port is not there. */
	PORT_GONE(IStatus.ERROR),
	/** The device does not prompt. */
	NO_PROMPT(IStatus.ERROR),
	/** The device refused something. */
	DEVICE_REJECTED(IStatus.ERROR),
	/** Something did not happen in time. */
	TIMEOUT(IStatus.ERROR),
	/** There are no valid credentials for the cloud. */
	CREDENTIALS(IStatus.ERROR),
	/** The cloud does not allow it. */
	ACCESS_DENIED(IStatus.ERROR),
	/** The cloud refused something. */
	CLOUD_REJECTED(IStatus.ERROR),
	/** The cloud cannot be reached. */
	UNREACHABLE(IStatus.ERROR),
	/** The update was created but did not succeed on the device. */
	UPDATE_FAILED(IStatus.ERROR),
	/** A fault of this program. */
	UNEXPECTED(IStatus.ERROR);

	private final int severity;

	FailureKind(int severity) {
		this.severity = severity;
	}

	/**
	 * Tells how serious it is.
	 *
	 * @return a severity of {@link IStatus}
	 */
	public int severity() {
		return severity;
	}
}
