/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** Handlers of the simulator's commands, and the state that enables them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.ui.commands;
