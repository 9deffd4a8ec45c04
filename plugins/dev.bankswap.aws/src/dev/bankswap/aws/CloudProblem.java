/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/** What went wrong in the cloud, as far as a program has to tell the cases apart. */
public enum CloudProblem {
	/** The thing, certificate, object … does not exist. */
	NOT_FOUND,
	/** It exists already, and is not what was wanted. */
	CONFLICT,
	/** The caller may not do this. */
	ACCESS_DENIED,
	/** There are no credentials, or they are not valid any more. */
	CREDENTIALS,
	/** Too many requests, also after the SDK's own repetitions. */
	THROTTLED,
	/** The request itself is wrong. */
	INVALID,
	/** A limit of the account is reached. */
	LIMIT,
	/** The service cannot be reached. */
	UNREACHABLE,
	/** The caller gave up. */
	CANCELLED,
	/** None of the others. */
	OTHER
}
