/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The main job of the product as one run: blank board to committed over-the-air update, with its evidence. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.simulator.demo;
