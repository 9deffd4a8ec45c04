/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/**
 * What a registered certificate may be used for. Only {@link #ACTIVE} ones can connect.
 */
public enum CertificateStatus {
	/** May connect. */
	ACTIVE,
	/** Switched off, may be switched on again. */
	INACTIVE,
	/** Switched off for good reason. */
	REVOKED
}
