/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;
import java.util.Optional;

/**
 * An OTA update.
 *
 * @param request      what was asked for
 * @param arn          its ARN
 * @param jobId        the id of its job
 * @param jobArn       the ARN of its job
 * @param status       how far its making has come
 * @param error        why it could not be made
 * @param streamId     the stream that was made for it
 * @param created      when it was accepted
 * @param lastModified when its status last changed
 */
public record OtaUpdate(OtaUpdateRequest request, String arn, String jobId, String jobArn, OtaUpdateStatus status,
		Optional<Failure> error, Optional<String> streamId, Instant created, Instant lastModified) {

	/** How the ids of jobs and streams of OTA updates begin. */
	public static final String PREFIX = "AFR_OTA-";

	/**
	 * Why an update could not be made.
	 *
	 * @param code    the error code of the service that refused
	 * @param message what it said
	 */
	public record Failure(String code, String message) {
	}

	OtaUpdate inProgress(Instant now) {
		return new OtaUpdate(request, arn, jobId, jobArn, OtaUpdateStatus.CREATE_IN_PROGRESS, error, streamId, created, now);
	}

	OtaUpdate complete(Optional<String> madeStream, Instant now) {
		return new OtaUpdate(request, arn, jobId, jobArn, OtaUpdateStatus.CREATE_COMPLETE, error, madeStream, created, now);
	}

	OtaUpdate failed(String code, String message, Instant now) {
		return new OtaUpdate(request, arn, jobId, jobArn, OtaUpdateStatus.CREATE_FAILED,
				Optional.of(new Failure(code, message)), streamId, created, now);
	}
}
