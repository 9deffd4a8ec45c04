/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

/** The user button on PC13. */
public final class UserButton {

	private final Scheduler scheduler;
	private final EventHub events;
	private boolean pressed;

	UserButton(Scheduler scheduler, EventHub events) {
		this.scheduler = scheduler;
		this.events = events;
	}

	/**
	 * Whether it is pressed; the firmware reads this as the level of PC13.
	 *
	 * @return true while a finger is on it
	 */
	public boolean pressed() {
		return pressed;
	}

	/**
	 * Presses or releases it, on the simulation thread.
	 *
	 * @param down true to press
	 */
	public void set(boolean down) {
		if (pressed != down) {
			pressed = down;
			events.emit(new BoardEvent.ButtonChanged(scheduler.now(), down));
		}
	}
}
