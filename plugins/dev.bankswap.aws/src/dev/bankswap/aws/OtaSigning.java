/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/** How the image of an update is signed. */
public sealed interface OtaSigning {
	/**
	 * The signature was made here, with a key that never leaves this machine (ECDSA over SHA-256).
	 *
	 * @param certificateName label of the public key on the device
	 * @param derSignature the signature in DER
	 */
	record Custom(String certificateName, byte[] derSignature) implements OtaSigning {
	}

	/**
	 * AWS Signer makes the signature when the update is created.
	 *
	 * @param profile name of the signing profile
	 * @param bucket where the signed object goes
	 */
	record Signer(String profile, String bucket) implements OtaSigning {
	}
}
