/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.aws;

/**
 * A policy for devices.
 *
 * @param name its name
 * @param arn its resource name
 * @param document its default version, as JSON text
 */
public record CloudPolicy(String name, String arn, String document) {
}
