/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** What is simulated at the moment: the one board with its console, and the demonstration that drives it. No SWT. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.ui.session;
