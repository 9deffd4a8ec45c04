/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.query;

import dev.bankswap.cloud.service.CloudServices;

/** The operations of STS. Everybody is the same user here. */
public final class StsApi extends QueryApi {

	private static final String USER_ID = "AIDALOCALDEVELOPER00";

	private static final String USER_NAME = "local-developer";

	/**
	 * Makes the API.
	 *
	 * @param services what is behind it
	 */
	public StsApi(CloudServices services) {
		super("https://sts.amazonaws.com/doc/2011-06-15/");
		add("GetCallerIdentity", (call, result) -> result
				.element("Arn", "arn:aws:iam::" + services.accountId() + ":user/" + USER_NAME).element("UserId", USER_ID)
				.element("Account", services.accountId()));
	}
}
