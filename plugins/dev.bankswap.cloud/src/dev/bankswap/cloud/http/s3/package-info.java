/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The operations of S3. */
@NonNullByDefault
package dev.bankswap.cloud.http.s3;

import org.eclipse.jdt.annotation.NonNullByDefault;
