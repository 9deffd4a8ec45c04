/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud;

import java.nio.file.Path;
import java.time.Clock;

/**
 * How a local AWS IoT is set up.
 *
 * @param folder where it keeps its root certificate and state; created if absent
 * @param region region in every resource name
 * @param accountId account in every resource name
 * @param httpPort port of the control plane, 0 for any free one
 * @param mqttPort port of the device side, 0 for any free one
 * @param clock gives every time stamp
 * @param ephemeral whether the account starts empty and is forgotten at the end; otherwise it lives in the folder
 */
public record CloudOptions(Path folder, String region, String accountId, int httpPort, int mqttPort, Clock clock, boolean ephemeral) {

	/**
	 * A set-up whose account is forgotten at the end.
	 *
	 * @param folder where it keeps its root certificate; created if absent
	 * @param region region in every resource name
	 * @param accountId account in every resource name
	 * @param httpPort port of the control plane, 0 for any free one
	 * @param mqttPort port of the device side, 0 for any free one
	 * @param clock gives every time stamp
	 */
	public CloudOptions(Path folder, String region, String accountId, int httpPort, int mqttPort, Clock clock) {
		this(folder, region, accountId, httpPort, mqttPort, clock, true);
	}

	/**
	 * The usual set-up: region us-west-2, an example account, free ports, the computer's clock.
	 *
	 * @param folder where it keeps its root certificate and state
	 * @return the options
	 */
	public static CloudOptions defaults(Path folder) {
		return new CloudOptions(folder, "us-west-2", "123456789012", 0, 0, Clock.systemUTC());
	}

	/**
	 * The same set-up with an account that lives in the folder: it survives a restart and a kill.
	 *
	 * @return the options
	 */
	public CloudOptions persistent() {
		return new CloudOptions(folder, region, accountId, httpPort, mqttPort, clock, false);
	}
}
