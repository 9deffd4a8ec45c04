/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/**
 * A connection to an account: one HTTP client and one client for each service that was used. The first call takes about a second, because
 * the SDK's classes are loaded then.
 */
public final class AwsConnection implements AutoCloseable {
	private final SdkClients clients;
	private final DeviceCloud devices;
	private final OtaCloud ota;

	private AwsConnection(AwsAccount account) {
		clients = new SdkClients(account);
		devices = new SdkDeviceCloud(clients);
		ota = new SdkOtaCloud(clients);
	}

	/**
	 * Makes a connection. Nothing is sent yet, so a wrong account shows at the first call.
	 *
	 * @param account how to reach the account
	 * @return the connection, which the caller closes
	 */
	public static AwsConnection open(AwsAccount account) {
		return new AwsConnection(account);
	}

	/**
	 * Gives access to things, certificates and policies.
	 *
	 * @return valid until this connection is closed
	 */
	public DeviceCloud devices() {
		return devices;
	}

	/**
	 * Gives access to over-the-air updates.
	 *
	 * @return valid until this connection is closed
	 */
	public OtaCloud ota() {
		return ota;
	}

	/** Closes the HTTP client and its connections; calls that are under way fail. */
	@Override
	public void close() {
		clients.close();
	}
}
