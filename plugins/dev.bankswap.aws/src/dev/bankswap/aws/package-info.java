/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/**
 * The cloud side of a device, on the AWS SDK for Java v2. Everything public here is our own: no type of the SDK is in a signature, so
 * nobody else needs to know it.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.aws;
