/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/**
 * A device certificate that is registered in the account.
 *
 * @param id SHA-256 of the certificate's DER bytes, in lower-case hexadecimal digits
 * @param arn its resource name, which policies and things are attached to
 * @param active whether a device may connect with it
 */
public record CloudCertificate(String id, String arn, boolean active) {
}
