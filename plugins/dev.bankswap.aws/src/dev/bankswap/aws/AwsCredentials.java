/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

import java.util.Optional;

/** Where the credentials of an account come from. */
public sealed interface AwsCredentials {
	/**
	 * A profile of the AWS configuration files: static keys, single sign-on, or a role to assume.
	 *
	 * @param name name of the profile
	 */
	record Profile(String name) implements AwsCredentials {
	}

	/** The SDK's default chain: environment variables, the default profile, and so on. */
	record Environment() implements AwsCredentials {
	}

	/**
	 * Keys given directly; for the local cloud, which takes any.
	 *
	 * @param accessKeyId the key's id
	 * @param secretAccessKey the secret; never shown
	 * @param sessionToken token of a temporary key; never shown
	 */
	record Static(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) implements AwsCredentials {
		/** Shows the id only. */
		@Override
		public String toString() {
			return "Static[" + accessKeyId + "]";
		}
	}
}
