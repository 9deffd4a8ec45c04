/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The query protocol of AWS and the services that speak it: IAM and STS. */
@NonNullByDefault
package dev.bankswap.cloud.http.query;

import org.eclipse.jdt.annotation.NonNullByDefault;
