/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** Over-the-air update: the OTA agent with its state machine, the update task that drives it, and the platform layer that swaps the banks. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.ota;
