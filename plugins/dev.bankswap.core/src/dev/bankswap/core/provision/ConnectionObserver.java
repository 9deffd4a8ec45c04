/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.provision;

import java.time.Duration;
import java.util.Optional;

import dev.bankswap.core.operation.OperationFailure;
import dev.bankswap.device.CliClient;
import dev.bankswap.device.SerialException;

/** Sees a board connect. */
@FunctionalInterface
public interface ConnectionObserver {
	/**
	 * Waits for the first connection after the reset.
	 *
	 * @param thingName which board
	 * @return what shows that it connected, or nothing if it did not in time
	 * @throws OperationFailure if the wait was cancelled or cannot be done
	 */
	Optional<String> awaitConnection(String thingName) throws OperationFailure;

	/**
	 * Waits for the line that the firmware logs when the broker has accepted its session.
	 *
	 * @param client the console of the board
	 * @param limit how long to wait; a board needs about ten seconds for Wi-Fi, address and handshake
	 * @return the observer
	 */
	static ConnectionObserver onConsole(CliClient client, Duration limit) {
		return thingName -> {
			try {
				return client.awaitLog(entry -> entry.text().contains("Starting a clean MQTT Session") //$NON-NLS-1$
						|| entry.text().contains("Resuming persistent MQTT Session"), limit).map(Object::toString); //$NON-NLS-1$
			} catch (SerialException e) {
				throw OperationFailure.of(e);
			}
		};
	}
}
