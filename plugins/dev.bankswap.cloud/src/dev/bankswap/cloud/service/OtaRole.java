/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.UUID;

/** The role that an OTA update is made with, and what it must be allowed to do. */
final class OtaRole {

	private static final String PRINCIPAL = "iot.amazonaws.com";

	private static final int FORBIDDEN = 403;

	private final IamService iam;

	private final Role role;

	/**
	 * Takes the role on.
	 *
	 * @throws ServiceException if there is no such role or if it does not trust AWS IoT
	 */
	OtaRole(IamService iam, String arn) {
		this.iam = iam;
		this.role = iam.byArn(arn).orElseThrow(() -> denied("Role " + arn + " does not exist. Create it first."));
		if (!iam.trusts(role, PRINCIPAL)) {
			throw denied("Role " + arn + " cannot be assumed by " + PRINCIPAL + ". Allow that in its trust policy.");
		}
	}

	void requireRead(S3Location location) {
		String resource = "arn:aws:s3:::" + location.bucket() + "/" + location.key();
		if (!iam.allows(role, location.version() == null ? "s3:GetObject" : "s3:GetObjectVersion", resource)) {
			throw asServiceError(denied(SigningService.notAccessible(location)));
		}
	}

	void requireWrite(String bucket, String prefix) {
		if (!iam.allows(role, "s3:PutObject", "arn:aws:s3:::" + bucket + "/" + prefix + "*")) {
			throw asServiceError(denied("S3 bucket " + bucket + " not accessible. Please check your permissions"));
		}
	}

	/** Signer's refusals reach the user with the tail that the AWS SDK adds to a message. */
	static ServiceException asServiceError(ServiceException e) {
		return new ServiceException(e.code(), e.httpStatus(), e.getMessage() + " (Service: AWSSigner; Status Code: "
				+ e.httpStatus() + "; Error Code: " + e.code() + "; Request ID: " + UUID.randomUUID() + ")");
	}

	private static ServiceException denied(String message) {
		return new ServiceException("AccessDeniedException", FORBIDDEN, message);
	}
}
