/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * A request to sign an object.
 *
 * @param source            the version of the object that is signed
 * @param destinationBucket where the signed object is to be
 * @param destinationPrefix how its key begins, possibly empty
 * @param profileName       the profile to be used
 * @param token             a repeated request with the same token does not sign again
 */
public record SigningRequest(S3Location source, String destinationBucket, String destinationPrefix, String profileName,
		String token) {
}
