/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The key-value store: run-time values in RAM, committed to one littlefs file per key. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.kvstore;
