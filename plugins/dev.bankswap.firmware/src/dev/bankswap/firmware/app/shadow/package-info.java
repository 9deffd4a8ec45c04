/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The task that reports the state of the LED to the device's shadow and follows the shadow's delta. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.app.shadow;
