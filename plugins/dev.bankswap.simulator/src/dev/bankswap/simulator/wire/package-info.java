/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The wires between a simulated board and the real world: TLS sockets, serial lines, pseudo-terminals. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.wire;
