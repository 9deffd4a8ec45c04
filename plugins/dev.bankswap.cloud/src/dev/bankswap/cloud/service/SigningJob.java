/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;

/**
 * A signature that was made.
 *
 * @param id        its id
 * @param request   what was asked for
 * @param profile   the profile as it was then
 * @param signedKey the key of the signed object in the destination bucket
 * @param signature the signature in DER form, Base64
 * @param created   when it was made
 */
public record SigningJob(String id, SigningRequest request, SigningProfile profile, String signedKey, String signature,
		Instant created) {

	/** How a signature is made: the only algorithm that the devices of this product verify. */
	public static final String ALGORITHM = "SHA256withECDSA";
}
