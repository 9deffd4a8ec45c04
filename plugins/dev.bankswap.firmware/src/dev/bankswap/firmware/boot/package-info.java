/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** From reset to running tasks: the boot log, the Init task, the watchdog and the heartbeat. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.boot;
