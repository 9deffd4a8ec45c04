/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.rest;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.http.Api;
import dev.bankswap.cloud.http.Request;
import dev.bankswap.cloud.http.Response;
import dev.bankswap.cloud.service.ServiceException;

/** A service that speaks rest-json. */
public class RestJsonApi implements Api {

	private static final String JSON = "application/json";

	private final String name;

	private final String inputErrorCode;

	private final Routes routes;

	/**
	 * Makes a service.
	 *
	 * @param name           what it is called in messages
	 * @param inputErrorCode the code of its error for a wrong input
	 * @param routes         its operations
	 */
	protected RestJsonApi(String name, String inputErrorCode, Routes routes) {
		this.name = name;
		this.inputErrorCode = inputErrorCode;
		this.routes = routes;
	}

	/**
	 * The operations of the service.
	 *
	 * @return its routes
	 */
	public Routes routes() {
		return routes;
	}

	@Override
	public Response handle(Request request) {
		Optional<Routes.Match> match = routes.find(request.method(), request.rawPath());
		if (match.isEmpty()) {
			return error("UnknownOperationException", 501, "The local stand-in for " + name + " has no operation "
					+ request.method() + " " + request.rawPath() + ".");
		}
		try {
			ObjectNode output = match.get().operation()
					.apply(new RestCall(request, match.get().labels(), inputErrorCode));
			return Response.text(200, JSON, output.toString());
		} catch (ServiceException e) {
			return error(e.code(), e.httpStatus(), String.valueOf(e.getMessage()));
		}
	}

	private static Response error(String code, int status, String message) {
		return Response.text(status, JSON, Json.object().put("message", message).toString()).with("x-amzn-ErrorType", code);
	}
}
