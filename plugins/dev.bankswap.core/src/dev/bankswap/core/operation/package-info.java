/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
/** What a use case is made of: an operation with steps that are reported live, and one place that turns any failure into a status. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.bankswap.core.operation;
