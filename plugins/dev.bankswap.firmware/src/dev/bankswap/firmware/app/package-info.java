/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The application tasks, created in the order in which the init task of the firmware creates them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.app;
