/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The services that hold signing keys and sign: ACM and Signer. */
@NonNullByDefault
package dev.bankswap.cloud.http.signing;

import org.eclipse.jdt.annotation.NonNullByDefault;
