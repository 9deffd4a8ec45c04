/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Distributes the firmware's events to those who watch it. It survives resets, so that a listener needs to register once. */
public final class FirmwareEvents {

	private static final System.Logger LOG = System.getLogger("dev.bankswap.firmware");

	private final List<FirmwareListener> listeners = new CopyOnWriteArrayList<>();

	/** Creates a distributor without listeners. */
	public FirmwareEvents() {
		// nothing to prepare
	}

	/**
	 * Tells all listeners.
	 *
	 * @param event what happened
	 */
	public void publish(FirmwareEvent event) {
		for (FirmwareListener listener : listeners) {
			try {
				listener.event(event);
			} catch (RuntimeException failure) {
				// A listener's bug must not become a fault of the firmware.
				LOG.log(System.Logger.Level.ERROR, "A firmware listener failed", failure);
			}
		}
	}

	void add(FirmwareListener listener) {
		listeners.add(listener);
	}

	void remove(FirmwareListener listener) {
		listeners.remove(listener);
	}
}
