/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach an account.
 *
 * @param region for instance {@code us-west-2}
 * @param endpoint where all services are instead of at AWS, for the local cloud; empty for AWS itself
 * @param credentials where the credentials come from
 */
public record AwsAccount(String region, Optional<URI> endpoint, AwsCredentials credentials) {
	/**
	 * An account at AWS with credentials from a profile.
	 *
	 * @param region the region
	 * @param profile name of the profile
	 * @return the account
	 */
	public static AwsAccount ofProfile(String region, String profile) {
		return new AwsAccount(region, Optional.empty(), new AwsCredentials.Profile(profile));
	}

	/**
	 * An account at AWS with credentials from the environment.
	 *
	 * @param region the region
	 * @return the account
	 */
	public static AwsAccount ofEnvironment(String region) {
		return new AwsAccount(region, Optional.empty(), new AwsCredentials.Environment());
	}

	/**
	 * The local cloud on this machine.
	 *
	 * @param region the region that it plays
	 * @param endpoint where it listens
	 * @return the account
	 */
	public static AwsAccount local(String region, URI endpoint) {
		return new AwsAccount(region, Optional.of(endpoint), new AwsCredentials.Static("AKIASANDBOX", "sandbox", Optional.empty()));
	}
}
