/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An operation of a service that speaks rest-json. */
@FunctionalInterface
public interface Operation {

	/**
	 * Does what the caller wants.
	 *
	 * @param call the input
	 * @return the output
	 */
	ObjectNode apply(RestCall call);
}
