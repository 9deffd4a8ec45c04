/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The HTTP front end of the local cloud: one port, routed by the service that a request is signed for. */
@NonNullByDefault
package dev.bankswap.cloud.http;

import org.eclipse.jdt.annotation.NonNullByDefault;
