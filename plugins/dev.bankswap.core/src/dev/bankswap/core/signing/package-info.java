/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** Code signing with a key of the developer's own: the key, its certificate, signatures of images, and the public key on the board. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.core.signing;
