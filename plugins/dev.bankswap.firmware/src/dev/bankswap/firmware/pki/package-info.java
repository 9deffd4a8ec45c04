/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** PKCS#11 objects in littlefs, key pairs, certificates and certificate signing requests. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.firmware.pki;
