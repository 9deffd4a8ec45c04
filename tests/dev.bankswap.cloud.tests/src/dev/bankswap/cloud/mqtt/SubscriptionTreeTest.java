/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.bankswap.cloud.service.Topics;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class SubscriptionTreeTest {

	@ParameterizedTest
	@CsvSource({ "a,a,true", "a,b,false", "a/b,a/b,true", "a/b,a,false", "a,a/b,false", "+,a,true", "+,a/b,false", "+/b,a/b,true",
			"a/+,a/b,true", "a/+,a,false", "a/+,a/,true", "a/+/c,a/b/c,true", "#,a,true", "#,a/b/c,true", "a/#,a/b,true",
			"a/#,a/b/c,true",
			// AWS deviates from MQTT here: the parent level is not included
			"a/#,a,false", "a/#,a/,true",
			// topics of the services are not for clients that ask for everything
			"#,$aws/things/x,false", "+/things/x,$aws/things/x,false", "$aws/#,$aws/things/x,true", "$aws/things/+,$aws/things/x,true",
			"$aws/things/+/jobs/$next/get/#,$aws/things/x/jobs/$next/get/accepted,true", "/a,/a,true", "+/a,/a,true", "/+,/a,true",
			"A,a,false" })
	void aFilterMatches(String filter, String topic, boolean expected) {
		SubscriptionTree<String> tree = new SubscriptionTree<>();
		tree.add(filter, "reader", 0);

		assertEquals(expected, tree.subscribers(topic).containsKey("reader"));
		tree.remove(filter, "reader");
		assertTrue(tree.subscribers(topic).isEmpty());
	}

	@Test
	void overlappingFiltersGiveOneSubscriberWithTheHighestQos() {
		SubscriptionTree<String> tree = new SubscriptionTree<>();
		tree.add("a/#", "reader", 0);
		tree.add("a/b", "reader", 1);
		tree.add("+/b", "reader", 0);
		tree.add("a/b", "other", 0);

		assertEquals(Map.of("reader", 1, "other", 0), tree.subscribers("a/b"));
		tree.remove("a/b", "reader");
		assertEquals(Map.of("reader", 0, "other", 0), tree.subscribers("a/b"));
		tree.remove("x/y", "reader");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a#", "#/a", "a/#/b", "a+", "+a", "a/b+/c", "a/b/c/d/e/f/g/h/i", "a\0b" })
	void aMalformedFilterIsRecognized(String filter) {
		assertEquals(false, Topics.validFilter(filter));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "/", "+", "#", "a/+/c", "a/#", "a/b/c/d/e/f/g/h", "$aws/things/t/streams/s/data/cbor/x/y/z" })
	void aLegalFilterIsRecognized(String filter) {
		assertTrue(Topics.validFilter(filter));
	}

	@Test
	void topicsHaveNoWildcardsAndAreNotTooLong() {
		assertEquals(false, Topics.validTopic("a/+"));
		assertEquals(false, Topics.validTopic("a#"));
		assertEquals(true, Topics.validTopic("x".repeat(256)));
		assertEquals(false, Topics.validTopic("x".repeat(257)));
		assertEquals(false, Topics.validTopic("\u00e4".repeat(129)));
	}
}
