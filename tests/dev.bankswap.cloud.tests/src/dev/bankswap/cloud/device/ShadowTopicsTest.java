/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.bankswap.cloud.device.RecordedReplies.Sent;
import dev.bankswap.cloud.service.ShadowService;
import dev.bankswap.cloud.service.TestServices;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class ShadowTopicsTest {

	private static final String SHADOW = "$aws/things/board/shadow/";

	private static final String STAMP = "{\"timestamp\":1692784320}";

	private final TestServices cloud = new TestServices();

	private final RecordedReplies out = new RecordedReplies();

	private final ReservedTopics topics = new ReservedTopics(cloud.services, out);

	@BeforeEach
	void createThing() {
		cloud.services.things().create("board", Map.of());
	}

	@AfterEach
	void close() {
		cloud.close();
	}

	/** Sends a request and returns what is published, each as the end of its topic and its payload. */
	private List<String> ask(String topic, byte[] payload) {
		assertTrue(topics.handle(out, SHADOW + topic, payload));
		List<String> published = out.sent.stream().map(each -> {
			assertFalse(each.direct(), "shadow replies are ordinary messages");
			assertTrue(each.topic().startsWith(SHADOW), each.topic());
			return each.topic().substring(SHADOW.length()) + " " + each.text();
		}).toList();
		out.sent.clear();
		return published;
	}

	private List<String> ask(String topic, String payload) {
		return ask(topic, payload.getBytes(StandardCharsets.UTF_8));
	}

	private String only(String topic, String payload) {
		List<String> published = ask(topic, payload);
		assertEquals(1, published.size(), published.toString());
		return published.get(0);
	}

	@Test
	void theExchangeOfTheReference() {
		for (int i = 0; i < 11; i++) {
			ask("update", "{\"state\":{\"reported\":{\"powerOn\":0}}}");
		}
		List<String> console = ask("update", "{\"state\":{\"desired\":{\"powerOn\":1}}}");
		assertEquals(3, console.size());
		assertEquals("update/accepted {\"state\":{\"desired\":{\"powerOn\":1}},\"metadata\":{\"desired\":{\"powerOn\":" + STAMP
				+ "}},\"version\":12,\"timestamp\":1692784320}", console.get(0));
		assertEquals("update/documents {\"previous\":{\"state\":{\"reported\":{\"powerOn\":0}},\"metadata\":{\"reported\":{\"powerOn\":"
				+ STAMP + "}},\"version\":11},\"current\":{\"state\":{\"reported\":{\"powerOn\":0},\"desired\":{\"powerOn\":1}},"
				+ "\"metadata\":{\"reported\":{\"powerOn\":" + STAMP + "},\"desired\":{\"powerOn\":" + STAMP
				+ "}},\"version\":12},\"timestamp\":1692784320}", console.get(1));
		assertEquals("update/delta {\"version\":12,\"timestamp\":1692784320,\"state\":{\"powerOn\":1},\"metadata\":{\"powerOn\":" + STAMP
				+ "}}", console.get(2));

		List<String> device = ask("update", "{\"state\":{\"reported\":{\"powerOn\":1}},\"clientToken\":\"035123\"}\0");
		assertEquals(2, device.size(), "desired and reported are equal: no delta");
		assertEquals("update/accepted {\"state\":{\"reported\":{\"powerOn\":1}},\"metadata\":{\"reported\":{\"powerOn\":" + STAMP
				+ "}},\"version\":13,\"timestamp\":1692784320,\"clientToken\":\"035123\"}", device.get(0));
	}

	@Test
	void aReportThatLeavesADifferenceTriggersADelta() {
		ask("update", "{\"state\":{\"desired\":{\"a\":{\"b\":1,\"c\":[1,2]},\"d\":5},\"reported\":{\"only\":true}}}");
		cloud.clock.advance(Duration.ofSeconds(10));
		List<String> published = ask("update", "{\"state\":{\"reported\":{\"a\":{\"b\":2,\"c\":[1,2]},\"d\":5}},\"clientToken\":\"t\"}");

		assertEquals("update/delta {\"version\":2,\"timestamp\":1692784330,\"state\":{\"a\":{\"b\":1}},\"metadata\":{\"a\":{\"b\":" + STAMP
				+ "}},\"clientToken\":\"t\"}", published.get(2));
	}

	@Test
	void theWholeDocumentIsGot() {
		ask("update", "{\"state\":{\"desired\":{\"x\":[1,{\"y\":2}]},\"reported\":{\"x\":[1]}}}");
		assertEquals("get/accepted {\"state\":{\"desired\":{\"x\":[1,{\"y\":2}]},\"reported\":{\"x\":[1]},\"delta\":{\"x\":[1,{\"y\":2}]}},"
				+ "\"metadata\":{\"desired\":{\"x\":[" + STAMP + ",{\"y\":" + STAMP + "}]},\"reported\":{\"x\":[" + STAMP
				+ "]}},\"version\":1,\"timestamp\":1692784320,\"clientToken\":\"c\"}", only("get", "{\"clientToken\":\"c\"}"));
		assertTrue(only("get", "").startsWith("get/accepted {\"state\""));
		assertTrue(only("get", "\0").startsWith("get/accepted {\"state\""));
	}

	@Test
	void nullDeletes() {
		ask("update", "{\"state\":{\"desired\":{\"a\":{\"b\":1,\"c\":2}},\"reported\":{\"r\":1}}}");
		ask("update", "{\"state\":{\"desired\":{\"a\":{\"b\":null}},\"reported\":null}}");
		assertTrue(only("get", "").contains("{\"state\":{\"desired\":{\"a\":{\"c\":2}},\"delta\":{\"a\":{\"c\":2}}},"));
		ask("update", "{\"state\":{\"desired\":null}}");
		assertTrue(only("get", "").startsWith("get/accepted {\"state\":{},\"metadata\":{},\"version\":3,"));
	}

	@Test
	void anObjectReplacesAValueAndBack() {
		ask("update", "{\"state\":{\"desired\":{\"a\":1}}}");
		ask("update", "{\"state\":{\"desired\":{\"a\":{\"timestamp\":7}}}}");
		assertTrue(only("get", "").contains("\"metadata\":{\"desired\":{\"a\":{\"timestamp\":" + STAMP + "}}}"));
		ask("update", "{\"state\":{\"desired\":{\"a\":[]}}}");
		assertTrue(only("get", "").contains("\"metadata\":{\"desired\":{\"a\":[]}}"));
	}

	@Test
	void numbersStayAsTheyWereWritten() {
		assertTrue(ask("update", "{\"state\":{\"desired\":{\"a\":100.0,\"b\":1e400,\"c\":12345678901234567890}}}").get(0)
				.contains("{\"a\":100.0,\"b\":1E+400,\"c\":12345678901234567890}"));
	}

	@Test
	void versionsAreCheckedAndSurviveDeletion() {
		ask("update", "{\"state\":{\"desired\":{\"a\":1}},\"version\":0}");
		assertEquals("update/rejected {\"code\":409,\"message\":\"Version conflict\",\"timestamp\":1692784320,\"clientToken\":\"x\"}",
				only("update", "{\"state\":{\"desired\":{\"a\":2}},\"version\":7,\"clientToken\":\"x\"}"));
		assertEquals("delete/accepted {\"version\":1,\"timestamp\":1692784320,\"clientToken\":\"d\"}",
				only("delete", "{\"clientToken\":\"d\"}"));
		assertTrue(only("get", "").startsWith("get/rejected {\"code\":404,\"message\":\"No shadow exists with name: 'board'\""));
		assertTrue(only("delete", "").startsWith("delete/rejected {\"code\":404,"));
		cloud.clock.advance(Duration.ofHours(47));
		assertTrue(ask("update", "{\"state\":{\"desired\":{\"a\":1}}}").get(0).contains("\"version\":2,"));
		ask("delete", "");
		cloud.clock.advance(Duration.ofHours(49));
		assertTrue(ask("update", "{\"state\":{\"desired\":{\"a\":1}}}").get(0).contains("\"version\":1,"));
	}

	@Test
	void namedShadowsAreShadowsOfTheirOwn() {
		assertEquals("name/led/update/accepted", ask("name/led/update", "{\"state\":{\"desired\":{\"a\":1}}}").get(0).split(" ")[0]);
		ask("name/fan/update", "{\"state\":{\"desired\":{\"a\":1}}}");
		ask("update", "{\"state\":{\"desired\":{\"b\":1}}}");
		assertEquals(List.of("fan", "led"), cloud.services.shadows().names("board"));
		assertTrue(only("name/none/get", "").contains("\"message\":\"No shadow exists with name: 'none'\""));
		assertTrue(only("name/a b/get", "").startsWith("name/a b/get/rejected {\"code\":400,"));
		assertTrue(only("name/led/delete", "").startsWith("name/led/delete/accepted"));
		assertEquals(List.of("fan"), cloud.services.shadows().names("board"));
	}

	@Test
	void aDeletedThingHasNoShadows() {
		ask("update", "{\"state\":{\"desired\":{\"b\":1}}}");
		cloud.services.things().delete("board");
		assertTrue(only("get", "").contains("\"code\":404,\"message\":\"Thing not found\""));
		assertTrue(only("update", "{\"state\":{}}").contains("\"code\":404,\"message\":\"Thing not found\""));
		cloud.services.things().create("board", Map.of());
		assertTrue(only("get", "").contains("No shadow exists"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{ | Invalid JSON", "[] | Invalid JSON", "{} | Missing required node: state",
			"{\"state\":1} | State node must be an object", "{\"state\":null} | State node must be an object",
			"{\"state\":{\"desired\":1}} | Desired node must be an object", "{\"state\":{\"reported\":[]}} | Reported node must be an object",
			"{\"state\":{\"other\":{}}} | State contains an invalid node: 'other'",
			"{\"state\":{\"desired\":{\"a\":[1,null]}}} | State contains an invalid node",
			"{\"state\":{},\"version\":\"1\"} | Invalid version", "{\"state\":{},\"version\":1.5} | Invalid version",
			"{\"state\":{},\"version\":-1} | Invalid version", "{\"state\":{},\"clientToken\":1} | Invalid clientToken",
			"{\"state\":{\"desired\":{\"1\":{\"2\":{\"3\":{\"4\":{\"5\":{\"6\":{}}}}}}}}} | JSON contains too many levels of nesting; maximum is 6",
			"{\"state\":{}}{} | Invalid JSON" })
	void refusalsHaveTheDocumentedTexts(String payload, String message) {
		assertEquals("update/rejected {\"code\":400,\"message\":\"" + message + "\",\"timestamp\":1692784320}", only("update", payload));
	}

	@Test
	void sixLevelsAreAllowed() {
		assertEquals(3, ask("update", "{\"state\":{\"desired\":{\"1\":{\"2\":{\"3\":{\"4\":{\"5\":{}}}}}}}}").size());
	}

	@Test
	void sizesEncodingsAndTokensHaveLimits() {
		assertTrue(only("update", "{\"state\":{\"desired\":{\"a\":\"" + "x".repeat(8192) + "\"}}}")
				.contains("{\"code\":413,\"message\":\"The payload exceeds the maximum size allowed\""));
		ask("update", "{\"state\":{\"desired\":{\"a\":\"" + "x".repeat(5000) + "\"}}}");
		assertTrue(only("update", "{\"state\":{\"desired\":{\"b\":\"" + "x".repeat(5000) + "\"}}}").contains("\"code\":413"));
		assertTrue(only("get", "").contains("\"version\":1,"), "a refused update changes nothing");
		assertEquals("update/rejected {\"code\":415,\"message\":\"Unsupported documented encoding; supported encoding is UTF-8\","
				+ "\"timestamp\":1692784320}", ask("update", "{\"state\":{\"desired\":{\"a\":\"ä\"}}}".getBytes(StandardCharsets.ISO_8859_1)).get(0));
		assertTrue(only("update", "{\"state\":{\"desired\":{}},\"clientToken\":\"" + "t".repeat(65) + "\"}").endsWith("Invalid clientToken\","
				+ "\"timestamp\":1692784320}"));
		assertTrue(only("update", "{\"state\":{}}\0\0").contains("Invalid JSON"), "one NUL is tolerated, not two");
	}

	@Test
	void aDeltaIsWhatMakesReportedEqual() {
		Random random = new Random(5);
		ShadowService shadows = cloud.services.shadows();
		for (int i = 0; i < 500; i++) {
			String section = random.nextBoolean() ? "desired" : "reported";
			ask("update", "{\"state\":{\"" + section + "\":" + tree(random, 3) + "}}");
			if (shadows.get("board", ShadowService.CLASSIC, new byte[0]).path("state").get("delta") instanceof ObjectNode delta) {
				ask("update", "{\"state\":{\"reported\":" + delta + "}}");
				assertFalse(shadows.get("board", ShadowService.CLASSIC, new byte[0]).path("state").has("delta"));
			}
		}
	}

	private static String tree(Random random, int depth) {
		StringBuilder text = new StringBuilder("{");
		for (String key : List.of("a", "b", "c")) {
			int kind = random.nextInt(5);
			if (kind > 0) {
				text.append(text.length() > 1 ? "," : "").append('"').append(key).append("\":").append(switch (kind) {
					case 1 -> "null";
					case 2 -> depth > 0 ? tree(random, depth - 1) : "7";
					case 3 -> "[" + random.nextInt(2) + "]";
					default -> String.valueOf(random.nextInt(3));
				});
			}
		}
		return text.append('}').toString();
	}

	@Test
	void mutatedRequestsAreAnswered() {
		byte[] valid = "{\"state\":{\"desired\":{\"a\":[1,{\"b\":2.5}],\"c\":null},\"reported\":{}},\"version\":1,\"clientToken\":\"t\"}"
				.getBytes(StandardCharsets.UTF_8);
		Random random = new Random(11);
		for (int i = 0; i < 3000; i++) {
			byte[] request = valid.clone();
			for (int n = random.nextInt(4); n >= 0; n--) {
				request[random.nextInt(request.length)] = (byte) random.nextInt(256);
			}
			assertFalse(ask("update", request).isEmpty());
		}
	}

	@Test
	void otherTopicsAreNoOperations() {
		for (String topic : List.of("unknown", "update/accepted", "name/led", "name//get", "name/led/get/accepted")) {
			assertFalse(topics.handle(out, SHADOW + topic, new byte[0]), topic);
		}
		assertEquals(List.<Sent>of(), out.sent);
	}
}
