/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import java.util.regex.Pattern;

/**
 * The addresses that log lines show. The real name is resolved by whoever implements the wire, which does not tell the
 * address, so any other name than the local host gets a fixed one from the range that is reserved for documentation.
 */
final class NameService {

	private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
	private static final int HOSTS = 254;

	private NameService() {
	}

	static boolean isAddress(String host) {
		return ADDRESS.matcher(host).matches();
	}

	static String address(String host) {
		if (isAddress(host)) {
			return host;
		}
		return "localhost".equals(host) ? "127.0.0.1" : "203.0.113." + (Math.floorMod(host.hashCode(), HOSTS) + 1);
	}
}
