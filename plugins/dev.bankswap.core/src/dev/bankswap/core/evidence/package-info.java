/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** What was seen on the device, in the cloud and here, as typed facts with a source and a time. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.core.evidence;
