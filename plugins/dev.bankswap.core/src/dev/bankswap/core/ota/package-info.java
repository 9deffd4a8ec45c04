/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** Over-the-air updates: checked before they start, launched, and followed to their end. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.core.ota;
