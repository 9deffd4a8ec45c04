/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The task that reports the network's metrics to Device Defender. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.app.defender;
