/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * An IoT policy.
 *
 * @param name policy name
 * @param arn its ARN
 * @param document the JSON text as given
 * @param versionId version of the document that is in force
 */
public record Policy(String name, String arn, String document, String versionId) {
}
