/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

/** Who signs the image. */
public enum SigningMode {
	/** This machine; the key stays here. */
	CUSTOM,
	/** AWS Signer, with the key in the certificate manager: the seed's steps. */
	SIGNER
}
