/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.operation;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * A use case that is ready to run: it holds all that it needs, shows its progress, can be cancelled and repeated, and knows no window. It
 * blocks, so it belongs into a job.
 */
public interface Operation {
	/**
	 * Names the operation for a progress view.
	 *
	 * @return the name in the user's language
	 */
	String name();

	/**
	 * Names what nobody else may use meanwhile.
	 *
	 * @return for instance the name of a serial port; operations with different resources may run at the same time
	 */
	Optional<String> resource();

	/**
	 * Runs the operation.
	 *
	 * @param monitor shows the progress and says whether to stop; waits end within a tenth of a second after a cancel
	 * @throws OperationFailure if it did not reach its end; also when it was cancelled
	 */
	void run(IProgressMonitor monitor) throws OperationFailure;
}
