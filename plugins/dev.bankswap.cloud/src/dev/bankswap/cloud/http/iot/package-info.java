/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** The operations of AWS IoT: control plane and jobs data plane. */
@NonNullByDefault
package dev.bankswap.cloud.http.iot;

import org.eclipse.jdt.annotation.NonNullByDefault;
