/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/**
 * Large memories that cost only what was written to them and whose contents can be captured as copy-on-write values.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.board.memory;
