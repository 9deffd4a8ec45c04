/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.io.IOException;

/**
 * A policy document for devices.
 *
 * @param name name of the policy
 * @param document its JSON text
 */
public record DevicePolicy(String name, String document) {
	/** Name of the policy that allows what the firmware does. A changed document gets a new name, since devices hang on the old one. */
	public static final String LEAST_PRIVILEGE_NAME = "BankswapDevice-1"; //$NON-NLS-1$
	/** Name of the seed's policy. */
	public static final String ALLOW_ALL_NAME = "AllowAllDev"; //$NON-NLS-1$
	private static final String ALLOW_ALL = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:*\",\"Resource\":\"*\"}]}"; //$NON-NLS-1$

	/**
	 * Makes the policy of a choice.
	 *
	 * @param choice which one
	 * @param region region of the account
	 * @param accountId the account
	 * @return the policy
	 * @throws IOException if the template is missing from this bundle
	 */
	public static DevicePolicy of(PolicyChoice choice, String region, String accountId) throws IOException {
		if (choice == PolicyChoice.ALLOW_ALL_DEV) {
			return new DevicePolicy(ALLOW_ALL_NAME, ALLOW_ALL);
		}
		String partition = region.startsWith("cn-") ? "aws-cn" : "aws"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		String arn = "arn:" + partition + ":iot:" + region + ":" + accountId; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return new DevicePolicy(LEAST_PRIVILEGE_NAME, Resources.text("least-privilege.json").strip().replace("@ARN@", arn)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/**
	 * Compares documents without regard to white space between their tokens.
	 *
	 * @param other text of another document
	 * @return whether it says the same
	 */
	boolean sameAs(String other) {
		return document.replaceAll("\\s+", "").equals(other.replaceAll("\\s+", "")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}
}
