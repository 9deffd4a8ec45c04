/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud;

/**
 * Watches what happens in the local AWS IoT.
 */
@FunctionalInterface
public interface CloudListener {

	/**
	 * Something happened. Called on a thread of the cloud: must be quick.
	 *
	 * @param event what happened
	 */
	void event(CloudEvent event);
}
