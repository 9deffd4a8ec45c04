/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The aws_ri application as a model: how it is wired to a board, its options, and the events by which it can be watched. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware;
