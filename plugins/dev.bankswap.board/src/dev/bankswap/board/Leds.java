/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.EnumMap;
import java.util.Map;

/** The output pins of the LEDs. A pin at low level lights its LED; without power or configuration they are dark. */
public final class Leds {

	private final Scheduler scheduler;
	private final EventHub events;
	private final Map<Led, Boolean> lit = new EnumMap<>(Led.class);

	Leds(Scheduler scheduler, EventHub events) {
		this.scheduler = scheduler;
		this.events = events;
		for (Led led : Led.values()) {
			lit.put(led, Boolean.FALSE);
		}
	}

	/**
	 * Drives the pin of an LED.
	 *
	 * @param led  which
	 * @param high the level; low lights the LED
	 */
	public void write(Led led, boolean high) {
		show(led, !high);
	}

	/**
	 * Inverts the pin of an LED.
	 *
	 * @param led which
	 */
	public void toggle(Led led) {
		show(led, !lit(led));
	}

	/**
	 * Whether an LED is lit.
	 *
	 * @param led which
	 * @return true if its pin is driven low
	 */
	public boolean lit(Led led) {
		return Boolean.TRUE.equals(lit.get(led));
	}

	void reset() {
		for (Led led : Led.values()) {
			show(led, false);
		}
	}

	private void show(Led led, boolean on) {
		if (lit(led) != on) {
			lit.put(led, on);
			events.emit(new BoardEvent.LedChanged(scheduler.now(), led, on));
		}
	}
}
