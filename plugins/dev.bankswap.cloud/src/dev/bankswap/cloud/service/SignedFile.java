/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * A file of an OTA update that is ready to be sent.
 *
 * @param file         the file as it was asked for
 * @param location     where its raw bytes are
 * @param size         how many bytes
 * @param certificate  the name of the verification key on the device
 * @param signatureKey the member of the job document that holds the signature
 * @param signature    the signature, Base64 of the DER form
 */
record SignedFile(OtaUpdateFile file, S3Location location, int size, String certificate, String signatureKey,
		String signature) {
}
