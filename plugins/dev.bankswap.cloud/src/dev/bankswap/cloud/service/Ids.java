/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.security.SecureRandom;

/** Identifiers in the forms that AWS gives them. */
final class Ids {

	private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final int VERSION_ID_LENGTH = 32;

	private static final int PROFILE_VERSION_LENGTH = 10;

	private static final int ROLE_ID_LENGTH = 17;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Ids() {
	}

	/** The id of an object version or of an upload. */
	static String versionId() {
		return random(ALPHANUMERIC, VERSION_ID_LENGTH);
	}

	/** The version of a signing profile. */
	static String profileVersion() {
		return random(ALPHANUMERIC, PROFILE_VERSION_LENGTH);
	}

	/** The unique id of an IAM role. */
	static String roleId() {
		return "AROA" + random(BASE32, ROLE_ID_LENGTH);
	}

	private static String random(String alphabet, int length) {
		StringBuilder id = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			id.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
		}
		return id.toString();
	}
}
