/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

/** Whether a bucket keeps old versions. */
public enum Versioning {
	/** Never switched on: a new object replaces the old one. */
	OFF,
	/** Every write adds a version. */
	ENABLED,
	/** Was on: existing versions stay, new writes replace the version named {@code null}. */
	SUSPENDED
}
