/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class TopicsTest {

	@Test
	void theLongestReservedTopicsAreValid() {
		String name = "n".repeat(128);
		assertTrue(Topics.validTopic("$aws/things/" + name + "/streams/" + name + "/rejected/cbor"));
		assertTrue(Topics.validTopic("$aws/things/" + name + "/shadow/name/" + "s".repeat(64) + "/update/documents"));
		assertTrue(Topics.validTopic("$aws/rules/" + "r".repeat(128) + "/a/b/c/d/e/f/g/" + "t".repeat(240)));
	}

	@Test
	void ordinaryTopicsHaveTheServicesLimits() {
		assertTrue(Topics.validTopic("a/b/c/d/e/f/g/h"));
		assertFalse(Topics.validTopic("a/b/c/d/e/f/g/h/i"));
		assertTrue(Topics.validTopic("t".repeat(256)));
		assertFalse(Topics.validTopic("t".repeat(257)));
	}

	/** Every level costs a frame of the recursion through the tree of subscriptions. */
	@Test
	void reservedFiltersAreNotEndlesslyDeep() {
		assertFalse(Topics.validFilter("$" + "/".repeat(60_000)));
		assertFalse(Topics.validFilter("$" + "/".repeat(100)));
		assertFalse(Topics.validTopic("$aws/" + "t".repeat(2000)));
	}
}
