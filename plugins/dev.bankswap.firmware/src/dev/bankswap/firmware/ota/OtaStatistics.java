/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

/** The counters of stream blocks that the statistics line shows. */
final class OtaStatistics {

	int received;
	int queued;
	int processed;
	int dropped;

	void reset() {
		received = 0;
		queued = 0;
		processed = 0;
		dropped = 0;
	}
}
