/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** Colours of the tools: defined once, changeable under Colors and Fonts, with values for light and dark. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.ui.theme;
