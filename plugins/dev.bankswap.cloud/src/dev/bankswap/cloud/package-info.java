/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/**
 * The local AWS IoT as one thing that is started and closed.
 */
@NonNullByDefault
package dev.bankswap.cloud;

import org.eclipse.jdt.annotation.NonNullByDefault;
