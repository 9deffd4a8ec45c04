/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** What every part of the IDE shares: identifiers, job families, the one way to report an error, images, paced refresh. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.ui;
