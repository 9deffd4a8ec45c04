/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/** How far the making of an OTA update has come. */
public enum OtaUpdateStatus {
	/** It was accepted. */
	CREATE_PENDING,
	/** Its files are being signed and its job made. */
	CREATE_IN_PROGRESS,
	/** Its job exists. */
	CREATE_COMPLETE,
	/** It has no job; the error says why. */
	CREATE_FAILED
}
