/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The demonstration: the job that runs it and the view of its stages. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.ui.demo;
