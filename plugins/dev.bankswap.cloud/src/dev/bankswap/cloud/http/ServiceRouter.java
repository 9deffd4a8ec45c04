/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** Hands a request to the service that it is signed for. */
final class ServiceRouter implements Api {

	/** Only S3 takes files; what the others take is small. */
	private static final int MAX_DOCUMENT = 4 << 20;

	private static final String S3 = "s3";

	private static final JsonMapper JSON = new JsonMapper();

	private static final System.Logger LOG = System.getLogger("dev.bankswap.cloud");

	private final Map<String, Api> services;

	private final BrowserGuard guard;

	private final Runnable commit;

	ServiceRouter(Map<String, Api> services, BrowserGuard guard, Runnable commit) {
		this.commit = commit;
		this.services = services;
		this.guard = guard;
	}

	@Override
	public Response handle(Request request) {
		if (!guard.admits(request)) {
			return error(403, "AccessDeniedException", "Requests from web pages or for other hosts are refused.");
		}
		Optional<String> name = CredentialScope.service(request);
		if (name.isEmpty()) {
			return error(403, "MissingAuthenticationTokenException",
					"The request is not signed, so it names no service. Use any access key.");
		}
		Optional<Api> api = Optional.ofNullable(services.get(name.get()));
		if (api.isEmpty()) {
			return error(501, "UnknownOperationException", "The local cloud has no service " + name.get() + ".");
		}
		if (request.body().length > MAX_DOCUMENT && !name.get().equals(S3)) {
			return error(413, "RequestEntityTooLargeException", "The request is larger than 4 MB.");
		}
		return answer(api.get(), request);
	}

	private Response answer(Api api, Request request) {
		try {
			Response response = api.handle(request);
			// what is answered is done, also if the process is killed right now
			commit.run();
			return response;
		} catch (RuntimeException e) {
			LOG.log(System.Logger.Level.ERROR, "A request to the control plane failed because of an internal error", e);
			return error(500, "InternalFailureException", "An internal error occurred.");
		}
	}

	private static Response error(int status, String code, String message) {
		String body = JSON.createObjectNode().put("message", message).toString();
		return Response.text(status, "application/json", body).with("x-amzn-ErrorType", code);
	}
}
