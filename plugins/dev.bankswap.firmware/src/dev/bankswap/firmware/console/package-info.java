/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The serial console: UART driver, line editor and the commands of the CLI. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.console;
