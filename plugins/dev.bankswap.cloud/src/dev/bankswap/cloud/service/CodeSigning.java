/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.Optional;

/** How the image of an OTA update gets its signature. */
public sealed interface CodeSigning {

	/**
	 * It was signed before.
	 *
	 * @param jobId the signing job
	 */
	record SignedBefore(String jobId) implements CodeSigning {
	}

	/**
	 * It is signed now.
	 *
	 * @param profileName       the signing profile
	 * @param newProfile        the profile that is made first if there is none of that name
	 * @param destinationBucket where the signed object is to be
	 * @param destinationPrefix how its key begins, possibly empty
	 */
	record StartSigning(String profileName, Optional<NewProfile> newProfile, String destinationBucket,
			String destinationPrefix) implements CodeSigning {
	}

	/**
	 * A profile that is made together with an update.
	 *
	 * @param certificateArn  the ACM certificate whose key signs
	 * @param platformId      the signing platform
	 * @param certificatePath the name of the verification key on the device
	 */
	record NewProfile(String certificateArn, String platformId, String certificatePath) {
	}

	/**
	 * The user signed it with a key that the cloud does not know.
	 *
	 * @param signature          the bytes of the signature document: Base64 text of the DER form
	 * @param certificateName    the name of the verification key on the device
	 * @param hashAlgorithm      for instance {@code SHA256}
	 * @param signatureAlgorithm for instance {@code ECDSA}
	 */
	record Custom(byte[] signature, String certificateName, String hashAlgorithm, String signatureAlgorithm)
			implements CodeSigning {
	}
}
