/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** Reading and writing the small XML documents of the older AWS protocols. */
@NonNullByDefault
package dev.bankswap.cloud.http.xml;

import org.eclipse.jdt.annotation.NonNullByDefault;
