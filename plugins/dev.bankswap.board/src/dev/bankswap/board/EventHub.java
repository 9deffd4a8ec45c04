/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The listeners of a board. Frequent events ask {@link #listening()} first, so that they cost nothing unobserved. */
final class EventHub {

	private final List<BoardListener> listeners = new CopyOnWriteArrayList<>();

	void add(BoardListener listener) {
		listeners.add(listener);
	}

	void remove(BoardListener listener) {
		listeners.remove(listener);
	}

	boolean listening() {
		return !listeners.isEmpty();
	}

	void emit(BoardEvent event) {
		for (BoardListener listener : listeners) {
			Containment.call("A listener of the board", event.time(), () -> listener.event(event));
		}
	}
}
