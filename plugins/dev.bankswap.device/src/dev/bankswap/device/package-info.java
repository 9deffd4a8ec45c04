/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The serial side of a device: ports and lines, the console protocol as a parser, and a client of the device's command line. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.device;
