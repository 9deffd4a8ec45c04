/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The root preference page and typed access to what is set there. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.ui.preferences;
