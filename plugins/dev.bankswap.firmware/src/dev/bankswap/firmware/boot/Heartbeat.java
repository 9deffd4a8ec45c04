/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.boot;

import dev.bankswap.board.Led;
import dev.bankswap.board.Leds;
import dev.bankswap.firmware.kernel.Kernel;
import dev.bankswap.firmware.kernel.Task;

/** The heartbeat task: green and red blink in turn, a second each (U5 toggles green only). */
final class Heartbeat {

	private static final long PERIOD_MS = 1000;

	private final Leds leds;

	private final Task task;

	Heartbeat(Kernel kernel, Leds leds) {
		this.leds = leds;
		task = kernel.createTask("Heartbeat", 0, 128);
	}

	void start() {
		task.run(() -> {
			leds.write(Led.GREEN, false);
			leds.write(Led.RED, true);
			task.after(PERIOD_MS, this::beat);
		});
	}

	private void beat() {
		leds.toggle(Led.GREEN);
		leds.toggle(Led.RED);
		task.after(PERIOD_MS, this::beat);
	}
}
