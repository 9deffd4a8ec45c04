/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/**
 * The secured side of the device port: the cloud's own root, and the decision which clients may connect.
 */
@NonNullByDefault
package dev.bankswap.cloud.tls;

import org.eclipse.jdt.annotation.NonNullByDefault;
