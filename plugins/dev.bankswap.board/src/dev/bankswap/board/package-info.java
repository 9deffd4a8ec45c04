/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/**
 * The STM32H573I-DK as hardware: flash banks, option bytes, external NOR, UART, clock, reset logic. Nothing in here
 * starts a thread or reads the wall clock: everything happens on the {@link dev.bankswap.board.Scheduler}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.board;
