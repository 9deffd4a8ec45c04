/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The FreeRTOS face of the model: tasks that run to completion in priority order, software timers and the event group. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.kernel;
