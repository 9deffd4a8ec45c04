/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The logger with its 4096-byte queue, the dying gasp and the two kinds of assertion. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.log;
