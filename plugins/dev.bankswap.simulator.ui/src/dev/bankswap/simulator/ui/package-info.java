/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The Device Simulator perspective and what its views share. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.ui;
