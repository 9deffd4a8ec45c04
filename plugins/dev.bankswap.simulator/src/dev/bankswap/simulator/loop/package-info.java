/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** Runs a board's scheduler on one thread, at a pace, in step with the real sockets that the board talks to. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.loop;
