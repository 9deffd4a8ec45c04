/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the device port behaves where AWS, or what the developer wants, differs from case to case.
 *
 * @param sessionPresent what a resumed session is told
 * @param serverNameRequired refuse clients that send no server name (SNI), as AWS does
 * @param hostNames names and addresses in the server certificate; the first is the endpoint
 * @param sessionExpiry how long a persistent session outlives its connection
 * @param replayInterval pause between two stored messages when a session is resumed
 */
public record BrokerOptions(SessionPresent sessionPresent, boolean serverNameRequired, List<String> hostNames, Duration sessionExpiry,
		Duration replayInterval) {

	/**
	 * As AWS does it, under the name localhost.
	 *
	 * @return the options
	 */
	public static BrokerOptions defaults() {
		return new BrokerOptions(SessionPresent.REAL, true, List.of("localhost", "127.0.0.1"), Duration.ofHours(1), Duration.ofMillis(100));
	}

	/**
	 * The same with further names in the server certificate.
	 *
	 * @param names host names or addresses under which devices reach this computer
	 * @return the options
	 */
	public BrokerOptions withHostNames(List<String> names) {
		List<String> all = new ArrayList<>(hostNames);
		names.stream().filter(name -> !all.contains(name)).forEach(all::add);
		return new BrokerOptions(sessionPresent, serverNameRequired, List.copyOf(all), sessionExpiry, replayInterval);
	}

	/**
	 * The same with another answer to resumed sessions.
	 *
	 * @param answer what they are told
	 * @return the options
	 */
	public BrokerOptions withSessionPresent(SessionPresent answer) {
		return new BrokerOptions(answer, serverNameRequired, hostNames, sessionExpiry, replayInterval);
	}
}
