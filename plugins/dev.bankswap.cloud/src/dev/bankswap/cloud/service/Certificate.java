/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.time.Instant;

/**
 * A registered device certificate.
 *
 * @param id SHA-256 of the DER encoding, 64 lower-case hexadecimal digits
 * @param arn its ARN
 * @param pem the certificate as PEM text
 * @param status whether it may connect
 * @param created when it was registered
 */
public record Certificate(String id, String arn, String pem, CertificateStatus status, Instant created) {

	Certificate withStatus(CertificateStatus newStatus) {
		return new Certificate(id, arn, pem, newStatus, created);
	}
}
