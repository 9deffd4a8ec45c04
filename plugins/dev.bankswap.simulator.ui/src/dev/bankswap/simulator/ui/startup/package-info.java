/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The demonstration from the command line: {@code -bankswapDemo} and its companions. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.ui.startup;
