/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** A device made of board, firmware and wires: runs it, paces it, and connects it to the tools that expect a real one. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator;
