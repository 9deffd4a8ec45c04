/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** When the core took no interrupts, for those that have to know whether they were served in time. */
final class MaskedTime {

	/** Of what nobody asked about in time, the oldest is forgotten. */
	private static final int MOST = 256;

	/** Begin and end of a section, in the order of time. */
	private record Section(long from, long until) {
	}

	private final Deque<Section> sections = new ArrayDeque<>();

	void add(long from, long until) {
		if (until > from) {
			if (sections.size() == MOST) {
				sections.removeFirst();
			}
			sections.addLast(new Section(from, until));
		}
	}

	/** Tells when the interrupts were taken again that had waited since the given time; the time itself if they did not wait. */
	long servedAt(long time) {
		for (Section section : sections) {
			if (section.from <= time && time < section.until) {
				return section.until;
			}
		}
		return time;
	}

	void forgetBefore(long time) {
		Iterator<Section> oldest = sections.iterator();
		while (oldest.hasNext() && oldest.next().until <= time) {
			oldest.remove();
		}
	}
}
