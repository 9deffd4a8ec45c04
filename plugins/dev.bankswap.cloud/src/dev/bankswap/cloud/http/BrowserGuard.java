/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http;

import java.util.Locale;

/**
 * Keeps web pages away. The control plane has no passwords and listens on the developer's own machine, so a page in the
 * developer's browser must not be able to use it: neither across origins nor through a host name that it points here, nor
 * with an image's or a link's address, for which browsers send no origin but say which site asked.
 */
final class BrowserGuard {

	private final String endpointHost;

	BrowserGuard(String endpointHost) {
		this.endpointHost = endpointHost.toLowerCase(Locale.ROOT);
	}

	/** Whether the request was made by a program on this machine. */
	boolean admits(Request request) {
		return request.header("origin").isEmpty() && request.header("sec-fetch-site").map("none"::equals).orElse(true)
				&& request.header("host").map(this::isOurs).orElse(true);
	}

	private boolean isOurs(String header) {
		String host = header.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
		return host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]")
				|| host.matches("127(\\.[0-9]{1,3}){3}") || host.equals(endpointHost)
				|| host.endsWith("." + endpointHost);
	}
}
