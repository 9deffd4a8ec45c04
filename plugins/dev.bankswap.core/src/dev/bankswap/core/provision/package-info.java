/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** Provisioning: makes a blank board a thing that may connect, through its command line and the cloud. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.core.provision;
