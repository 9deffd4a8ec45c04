/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The view of the simulated board's serial console. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.ui.console;
