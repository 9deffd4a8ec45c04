/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The task that publishes the network statistics. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.app.telemetry;
