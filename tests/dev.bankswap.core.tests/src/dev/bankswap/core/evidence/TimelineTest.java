/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class TimelineTest {
	@Test
	void ordersFactsByTimeAndTellsListeners() {
		Timeline timeline = new Timeline(Clock.fixed(Instant.ofEpochSecond(10), ZoneOffset.UTC));
		List<String> heard = new ArrayList<>();
		timeline.addListener(fact -> heard.add(fact.text()));
		timeline.add(EvidenceSource.HOST, "a", "second");
		timeline.add(new Evidence(EvidenceSource.CLOUD, Instant.ofEpochSecond(5), "b", "first"));
		timeline.add(EvidenceSource.HOST, "c", "third");
		assertEquals(List.of("first", "second", "third"), timeline.facts().stream().map(Evidence::text).toList());
		assertEquals(List.of("second", "first", "third"), heard);
	}
}
