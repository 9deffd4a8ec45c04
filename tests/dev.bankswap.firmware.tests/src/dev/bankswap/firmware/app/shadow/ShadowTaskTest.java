/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.Led;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.firmware.net.ScriptedBroker.Message;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class ShadowTaskTest {

	private static final String UPDATE = "$aws/things/my_thing_name/shadow/update";
	private static final int PERIOD = 15_000;

	private final ProvisionedBoard device = new ProvisionedBoard();

	@Test
	void subscribesToThreeTopicsAndReportsNothingAfterBoot() {
		connect();
		List<String> filters = device.broker.subscribed.stream().flatMap(List::stream).filter(each -> each.contains("shadow")).toList();
		assertEquals(List.of(UPDATE + "/delta", UPDATE + "/accepted", UPDATE + "/rejected"), filters);
		device.run(120_000);
		assertTrue(reports().isEmpty());
	}

	@Test
	void aDeltaIsReportedByteForByte() {
		connect();
		delta(12, "1");
		device.run(200);
		assertTrue(device.logged("[MQTTAgent ] Received delta update with version 12. (shadow_device_task.c:464)"));
		assertTrue(device.logged("[MQTTAgent ] Setting powerOn state to 1. (shadow_device_task.c:488)"));
		device.runUntilLogged("PowerOn state is now 1. Sending new report. (shadow_device_task.c:773)");
		device.run(500);
		byte[] payload = reports().get(0).payload();
		String token = tokenOf(reports().get(0));
		assertEquals(60, payload.length);
		assertEquals("{\"state\":{\"reported\":{\"powerOn\":1}},\"clientToken\":\"" + token + "\"}\0",
				new String(payload, StandardCharsets.US_ASCII));
		assertEquals(1, reports().get(0).qos());
		assertTrue(device.logged("Publishing to /update with following client token " + Integer.valueOf(token)
				+ ". (shadow_device_task.c:790)"));
		answer("accepted", "{\"state\":{\"reported\":{\"powerOn\":1}},\"version\":13,\"clientToken\":\"" + token + "\"}");
		device.run(60_000);
		assertTrue(device.logged("Received accepted response for update with token " + Integer.valueOf(token)
				+ ".  (shadow_device_task.c:588)"));
		assertEquals(1, reports().size());
	}

	@Test
	void tokenIsPaddedToSixDigits() {
		assertEquals("{\"state\":{\"reported\":{\"powerOn\":0}},\"clientToken\":\"000042\"}\0",
				new String(ShadowReport.of(0, 42), StandardCharsets.US_ASCII));
	}

	@Test
	void aLongNumberTruncatesTheDocument() {
		assertEquals("{\"state\":{\"reported\":{\"powerOn\":42}},\"clientToken\":\"012345\"\0",
				new String(ShadowReport.of(42, 12_345), StandardCharsets.US_ASCII));
	}

	@Test
	void theLedShowsTheStateUntilTheHeartbeatTogglesIt() {
		connect();
		delta(1, "0");
		device.run(500);
		delta(2, "1");
		device.run(190);
		assertTrue(device.board.leds().lit(Led.RED));
		delta(3, "7");
		device.run(190);
		assertFalse(device.board.leds().lit(Led.RED));
		device.run(1_000);
		assertTrue(device.board.leds().lit(Led.RED), "trap 23: the heartbeat overwrites the LED");
	}

	@Test
	void versionsMustGrow() {
		connect();
		delta(5, "1");
		delta(5, "0");
		delta(4, "0");
		device.run(1_000);
		assertTrue(device.logged("Received unexpected delta update with version 5. Current version is 5 (shadow_device_task.c:458)"));
		assertTrue(device.logged("Received unexpected delta update with version 4. Current version is 5 (shadow_device_task.c:458)"));
		device.run(PERIOD);
		assertTrue(reports().get(0).text().contains("\"powerOn\":1"));
	}

	@Test
	void contentIsReadAsInC() {
		connect();
		deliver("delta", "{\"version\":1,\"state\":{\"powerOn\":true}}");
		deliver("delta", "{\"version\":2,\"state\":{\"powerOn\":\"1\"}}");
		deliver("delta", "{\"version\":3,\"state\":{\"other\":1}}");
		deliver("delta", "{\"state\":{\"powerOn\":1}}");
		deliver("delta", "{\"version\":4,");
		device.run(1_000);
		assertEquals(1, device.count("Setting powerOn state to 0."));
		assertEquals(1, device.count("Setting powerOn state to 1."));
		assertTrue(device.logged("powerOn field not found in JSON document!"));
		assertTrue(device.logged("<ERR>") && device.logged("Version field not found in JSON document!"));
		assertTrue(device.logged("Invalid JSON document received!"));
	}

	@Test
	void rejectedReportsAreRepeatedEveryFifteenSeconds() {
		connect();
		device.broker.onPublish = message -> {
			if (message.topic().equals(UPDATE)) {
				answer("rejected", "{\"code\":404,\"message\":\"no\",\"clientToken\":\"" + tokenOf(message) + "\"}");
			}
		};
		delta(1, "1");
		device.run(4 * PERIOD + 5_000);
		assertEquals(4, reports().size());
		assertTrue(device.logged("Received rejected response for update with token " + Integer.valueOf(tokenOf(reports().get(0)))
				+ " and error code 404. (shadow_device_task.c:697)"));
	}

	@Test
	void aRejectionWithoutCodeIsNamed() {
		connect();
		delta(1, "1");
		device.runUntil(() -> !reports().isEmpty());
		answer("rejected", "{\"clientToken\":\"" + tokenOf(reports().get(0)) + "\"}");
		device.run(1_000);
		assertTrue(device.logged(" and no error code."));
	}

	@Test
	void aMissingAnswerForcesAnotherReport() {
		connect();
		delta(1, "1");
		device.runUntil(() -> !reports().isEmpty());
		answer("accepted", "{\"state\":{\"reported\":{\"powerOn\":1}}}");
		answer("accepted", "{\"state\":{\"reported\":{\"powerOn\":1}},\"clientToken\":\"999999\"}");
		device.runUntilLogged("Timed out waiting for response to report. (shadow_device_task.c:809)");
		device.run(PERIOD + 1_000);
		assertEquals(2, reports().size());
	}

	@Test
	void aRefusedSubscriptionEndsTheTask() {
		device.broker.subAckCode = 0x80;
		connect();
		assertTrue(device.logged("[ShadowDevi] Failed to subscribe to topic: " + UPDATE + "/delta"));
		assertTrue(device.logged("[ShadowDevi] Terminating shadow_device task."));
	}

	@Test
	void anythingMayArrive() {
		connect();
		Random random = new Random(815);
		List<String> ends = List.of("delta", "accepted", "rejected");
		for (int i = 0; i < 300; i++) {
			byte[] noise = new byte[random.nextInt(120)];
			random.nextBytes(noise);
			if (i % 3 == 0) {
				noise = ("{\"version\":" + random.nextInt() + ",\"clientToken\":\"" + (char) random.nextInt(256) + "\",\"state\":{\"powerOn\":"
						+ random.nextInt(300) + "}}").getBytes(StandardCharsets.ISO_8859_1);
			}
			device.broker.deliver(UPDATE + "/" + ends.get(random.nextInt(3)), noise, random.nextInt(2));
			device.run(400);
		}
		assertTrue(device.board.running());
		assertTrue(device.broker.connected());
		int before = reports().size();
		device.run(120_000);
		assertTrue(before > 0);
	}

	private void connect() {
		device.powerOn().run(14_000);
		assertTrue(device.broker.connected(), device.log());
	}

	private void delta(int version, String powerOn) {
		deliver("delta", "{\"version\":" + version + ",\"timestamp\":1,\"state\":{\"powerOn\":" + powerOn + "}}");
	}

	private void answer(String end, String document) {
		deliver(end, document);
	}

	private void deliver(String end, String document) {
		device.broker.deliver(UPDATE + "/" + end, document);
	}

	private List<Message> reports() {
		return device.broker.publishedTo("/shadow/update");
	}

	private static String tokenOf(Message report) {
		return report.text().replaceAll("(?s).*\"clientToken\":\"(\\d+)\".*", "$1");
	}
}
