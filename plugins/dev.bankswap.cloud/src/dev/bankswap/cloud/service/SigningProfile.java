/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Map;

/**
 * How images are signed: with which certificate, for which platform.
 *
 * @param name           its name
 * @param version        its version
 * @param arn            its ARN
 * @param versionArn     the ARN of this version
 * @param platformId     the signing platform
 * @param certificateArn the ACM certificate whose key signs
 * @param parameters     what the device is to be told, for instance {@code certname}
 * @param active         whether it can still be used
 */
public record SigningProfile(String name, String version, String arn, String versionArn, String platformId,
		String certificateArn, Map<String, String> parameters, boolean active) {

	/** The parameter that names the verification key on the device. */
	public static final String CERTIFICATE_NAME = "certname";

	SigningProfile canceled() {
		return new SigningProfile(name, version, arn, versionArn, platformId, certificateArn, parameters, false);
	}
}
