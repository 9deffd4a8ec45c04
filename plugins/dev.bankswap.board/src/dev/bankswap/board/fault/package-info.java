/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/

/** Faults as data: what shall go wrong on a board, and when, counted in operations and bytes instead of time. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.board.fault;
