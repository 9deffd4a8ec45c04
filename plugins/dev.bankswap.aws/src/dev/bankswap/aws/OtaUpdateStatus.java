/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/**
 * How far the creation of an update is.
 *
 * @param id the update
 * @param state for instance {@code CREATE_PENDING}, as the service words it
 * @param jobId its job, or an empty text as long as there is none
 * @param errorCode why it failed, or an empty text
 * @param errorMessage why it failed in words, or an empty text
 */
public record OtaUpdateStatus(String id, String state, String jobId, String errorCode, String errorMessage) {
	/**
	 * Tells whether the job exists.
	 *
	 * @return whether the state is {@code CREATE_COMPLETE}
	 */
	public boolean complete() {
		return "CREATE_COMPLETE".equals(state);
	}

	/**
	 * Tells whether it will never be created.
	 *
	 * @return whether the state is {@code CREATE_FAILED}
	 */
	public boolean failed() {
		return "CREATE_FAILED".equals(state);
	}
}
