/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** A device's console: bytes to lines (no SWT), history of what was typed, and the widgets that show both. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.ui.console;
