/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/**
 * The services of the local AWS IoT as plain objects, without network types: registries, jobs, streams, objects, signing.
 */
@NonNullByDefault
package dev.bankswap.cloud.service;

import org.eclipse.jdt.annotation.NonNullByDefault;
