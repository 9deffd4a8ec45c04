/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Collects facts from several threads and shows them in order of time. */
public final class Timeline {
	private final Clock clock;
	private final List<Evidence> facts = new ArrayList<>();
	private final List<Consumer<Evidence>> listeners = new CopyOnWriteArrayList<>();

	/** Makes an empty timeline on this machine's clock. */
	public Timeline() {
		this(Clock.systemUTC());
	}

	/**
	 * Makes an empty timeline.
	 *
	 * @param clock gives each fact its time
	 */
	public Timeline(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Adds a fact that was seen just now.
	 *
	 * @param source where it comes from
	 * @param kind what it is about
	 * @param text the fact
	 */
	public void add(EvidenceSource source, String kind, String text) {
		add(new Evidence(source, clock.instant(), kind, text));
	}

	/**
	 * Adds a fact.
	 *
	 * @param fact the fact
	 */
	public void add(Evidence fact) {
		synchronized (facts) {
			facts.add(fact);
		}
		listeners.forEach(listener -> listener.accept(fact));
	}

	/**
	 * Adds a listener, called by the thread that adds the fact.
	 *
	 * @param listener takes each new fact; must be quick
	 */
	public void addListener(Consumer<Evidence> listener) {
		listeners.add(listener);
	}

	/**
	 * Removes a listener.
	 *
	 * @param listener the one to remove
	 */
	public void removeListener(Consumer<Evidence> listener) {
		listeners.remove(listener);
	}

	/**
	 * Lists all facts.
	 *
	 * @return in order of time; facts of the same time in the order in which they were added
	 */
	public List<Evidence> facts() {
		synchronized (facts) {
			return facts.stream().sorted(Comparator.comparing(Evidence::time)).toList();
		}
	}
}
