/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/**
 * The services behind the reserved topics, independent of how the messages travel.
 */
@NonNullByDefault
package dev.bankswap.cloud.device;

import org.eclipse.jdt.annotation.NonNullByDefault;
