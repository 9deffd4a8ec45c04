/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/

/** What a programmer reads from a board and writes to it: raw dumps, Intel HEX, option bytes. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.formats.dump;
