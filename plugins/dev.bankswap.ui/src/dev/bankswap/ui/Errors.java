/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.ui;

import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * The one place where an exception becomes something that the user reads. Every part of the IDE reports through it, so that
 * an error looks the same everywhere and always reaches the Error Log with its cause.
 */
public final class Errors {

	private Errors() {
	}

	/**
	 * Reports an error. Can be called from any thread.
	 *
	 * @param pluginId whose error it is
	 * @param doing    what was being done, as a sentence for the user
	 * @param thrown   the cause
	 * @param show     whether to interrupt the user with a dialog; false writes the Error Log only
	 */
	public static void handleError(String pluginId, String doing, Throwable thrown, boolean show) {
		IStatus status = toStatus(pluginId, doing, thrown);
		if (!status.matches(IStatus.CANCEL)) {
			StatusManager.getManager().handle(status, show ? StatusManager.LOG | StatusManager.SHOW : StatusManager.LOG);
		}
	}

	/**
	 * Turns an exception into a status: cancelling is no error, a status that the exception carries keeps its severity, and
	 * everything else is an error that says what was being done and what went wrong.
	 *
	 * @param pluginId whose error it is
	 * @param doing    what was being done, as a sentence for the user
	 * @param thrown   the cause
	 * @return the status
	 */
	public static IStatus toStatus(String pluginId, String doing, Throwable thrown) {
		if (thrown instanceof OperationCanceledException || thrown instanceof CancellationException) {
			return Status.CANCEL_STATUS;
		}
		if (thrown instanceof CoreException core) {
			return core.getStatus();
		}
		return new Status(IStatus.ERROR, pluginId, NLS.bind(Messages.Errors_doing_reason, doing, reason(thrown)), thrown);
	}

	private static String reason(Throwable thrown) {
		String message = thrown.getMessage();
		return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
	}
}
