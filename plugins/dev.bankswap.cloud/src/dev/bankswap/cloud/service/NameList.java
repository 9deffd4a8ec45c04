/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import java.util.ArrayList;
import java.util.List;

/**
 * Names without repetition, in the order in which they were added.
 *
 * @param names the names
 */
record NameList(List<String> names) {

	static final NameList EMPTY = new NameList(List.of());

	NameList {
		names = List.copyOf(names);
	}

	NameList with(String name) {
		if (names.contains(name)) {
			return this;
		}
		List<String> more = new ArrayList<>(names);
		more.add(name);
		return new NameList(more);
	}

	NameList without(String name) {
		return new NameList(names.stream().filter(each -> !each.equals(name)).toList());
	}
}
