/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.kernel.Timer;
import dev.bankswap.firmware.log.Logger;

/** A one-shot timer of the agent ({@code ota_os_freertos.c}): created when it is first started, and expiring in the timer task. */
final class OtaTimer {

	private static final String SOURCE = "ota_os_freertos.c";

	private final int id;
	private final Task timerTask;
	private final Logger log;
	private final Runnable expired;

	private Timer timer = OtaTimer::nothing;
	private boolean created;

	OtaTimer(int id, Task timerTask, Logger log, Runnable expired) {
		this.id = id;
		this.timerTask = timerTask;
		this.log = log;
		this.expired = expired;
	}

	void start(long ms) {
		timer.cancel();
		created = true;
		timer = timerTask.after(ms, expired);
	}

	void stop() {
		if (!created) {
			log.warn(SOURCE, 311, "OTA Timer handle NULL for Timerid=%d, can't stop.", id);
		}
		timer.cancel();
	}

	void delete() {
		if (!created) {
			log.warn(SOURCE, 346, "OTA Timer handle NULL for Timerid=%d, can't delete.", id);
		}
		created = false;
		timer.cancel();
	}

	private static void nothing() {
		// a timer that was not created cannot be stopped
	}
}
