/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/

/** Boards as files: dumps that are saved, loaded into a simulated board, and explained. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.dump;
