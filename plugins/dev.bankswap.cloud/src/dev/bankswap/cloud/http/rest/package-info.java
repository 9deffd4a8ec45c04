/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The rest-json protocol of AWS: routes, validated inputs, replies and errors. */
@NonNullByDefault
package dev.bankswap.cloud.http.rest;

import org.eclipse.jdt.annotation.NonNullByDefault;
