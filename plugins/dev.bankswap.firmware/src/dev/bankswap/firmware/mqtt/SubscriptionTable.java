/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.bankswap.firmware.kernel.Task;

/** The subscription manager: which task wants the messages of which topic filter. */
final class SubscriptionTable {

	/** Room of the firmware's table. */
	static final int CAPACITY = 10;

	/** A callback of a task for a filter. */
	record Entry(Subscription subscription, Task task, MessageHandler handler) {
	}

	private final List<Entry> entries = new ArrayList<>();

	/** Filters that the broker refused when they were sent again. */
	private final Set<String> refused = new HashSet<>();

	Optional<Entry> find(String filter, Task task) {
		return entries.stream().filter(each -> each.task() == task && each.subscription().filter().equals(filter)).findFirst();
	}

	/** Adds a callback and tells whether there was room. */
	boolean add(Entry entry) {
		return entries.size() < CAPACITY && entries.add(entry);
	}

	void remove(String filter, Task task) {
		entries.removeIf(each -> each.task() == task && each.subscription().filter().equals(filter));
		refused.remove(filter);
	}

	void setRefused(String filter, boolean isRefused) {
		if (isRefused) {
			refused.add(filter);
		} else {
			refused.remove(filter);
		}
	}

	boolean refused(String filter) {
		return refused.contains(filter);
	}

	/** Returns every callback for a topic, in the order of registration; one message may have several. */
	List<Entry> matching(String topic) {
		return entries.stream().filter(each -> each.subscription().matches(topic)).toList();
	}

	List<Entry> all() {
		return List.copyOf(entries);
	}
}
