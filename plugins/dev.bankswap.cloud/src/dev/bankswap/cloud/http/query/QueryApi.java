/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.bankswap.cloud.http.Api;
import dev.bankswap.cloud.http.Request;
import dev.bankswap.cloud.http.Response;
import dev.bankswap.cloud.http.xml.XmlWriter;
import dev.bankswap.cloud.service.ServiceException;

/** A service that speaks the query protocol: forms in, XML out. */
class QueryApi implements Api {

	private static final String XML = "text/xml";

	private static final int MAX_FIELDS = 1000;

	/** An operation: it writes the content of its result. */
	@FunctionalInterface
	interface Action {

		/**
		 * Does what the caller wants.
		 *
		 * @param call the input
		 * @param result takes the output
		 */
		void apply(QueryCall call, XmlWriter result);
	}

	private final String namespace;

	private final Map<String, Action> actions = new HashMap<>();

	QueryApi(String namespace) {
		this.namespace = namespace;
	}

	/** Adds an operation with a result. */
	final QueryApi add(String name, Action action) {
		actions.put(name, action);
		return this;
	}

	@Override
	public final Response handle(Request request) {
		try {
			QueryCall call = new QueryCall(fields(request));
			Action action = Optional.ofNullable(actions.get(call.action()))
					.orElseThrow(() -> new ServiceException("InvalidAction", 501,
							"The local stand-in has no operation " + call.action() + " of " + namespace + "."));
			XmlWriter xml = new XmlWriter(call.action() + "Response", namespace).open(call.action() + "Result");
			action.apply(call, xml);
			xml.close().open("ResponseMetadata").element("RequestId", UUID.randomUUID()).close();
			return Response.text(200, XML, xml.finish());
		} catch (ServiceException e) {
			return error(e);
		}
	}

	private Response error(ServiceException e) {
		XmlWriter xml = new XmlWriter("ErrorResponse", namespace).open("Error").element("Type", "Sender")
				.element("Code", e.code()).element("Message", String.valueOf(e.getMessage())).close()
				.element("RequestId", UUID.randomUUID());
		return Response.text(e.httpStatus(), XML, xml.finish());
	}

	private static Map<String, String> fields(Request request) {
		Map<String, String> fields = new LinkedHashMap<>(request.query());
		String form = new String(request.body(), StandardCharsets.UTF_8);
		if (form.isEmpty()) {
			return fields;
		}
		String[] pairs = form.split("&", MAX_FIELDS);
		try {
			for (String pair : pairs) {
				int equals = pair.indexOf('=');
				String name = equals < 0 ? pair : pair.substring(0, equals);
				fields.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
			}
		} catch (IllegalArgumentException e) {
			throw new ServiceException("MalformedInput", 400, "The form has a wrong percent escape.");
		}
		return fields;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}
}
