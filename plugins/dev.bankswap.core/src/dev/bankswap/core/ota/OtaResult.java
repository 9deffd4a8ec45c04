/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import java.util.Map;

/**
 * How an update ended.
 *
 * @param jobId its job
 * @param state final state of the job execution, as the service words it
 * @param details what the board reported last
 * @param explanation what that means
 */
public record OtaResult(String jobId, String state, Map<String, String> details, String explanation) {
	/**
	 * Takes the values over.
	 *
	 * @param jobId its job
	 * @param state final state of the job execution
	 * @param details what the board reported last
	 * @param explanation what that means
	 */
	public OtaResult {
		details = Map.copyOf(details);
	}

	/**
	 * Tells whether the board runs the new image for good.
	 *
	 * @return whether the state is {@code SUCCEEDED}
	 */
	public boolean succeeded() {
		return "SUCCEEDED".equals(state); //$NON-NLS-1$
	}
}
