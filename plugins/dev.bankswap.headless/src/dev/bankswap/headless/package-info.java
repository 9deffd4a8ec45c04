/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** Bankswap's command line: the same use cases without a display. The only bundle that writes to standard output. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.headless;
