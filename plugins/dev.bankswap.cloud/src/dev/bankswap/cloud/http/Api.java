/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

/** A service behind HTTP. It answers every request, its own errors included, in the form of its protocol. */
@FunctionalInterface
public interface Api {

	/**
	 * Answers a request.
	 *
	 * @param request the request
	 * @return the reply
	 */
	Response handle(Request request);
}
