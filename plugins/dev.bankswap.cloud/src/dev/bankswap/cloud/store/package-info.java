/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/**
 * Tables of values that survive the process: one file, written in transactions.
 */
@NonNullByDefault
package dev.bankswap.cloud.store;

import org.eclipse.jdt.annotation.NonNullByDefault;
