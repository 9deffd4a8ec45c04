/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.kernel;

/** A delay or software timer that has been started and can be stopped. */
public interface Timer {

	/** Stops the timer; nothing happens if it has expired already. */
	void cancel();
}
