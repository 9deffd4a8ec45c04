/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.app.defender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.firmware.net.NetworkStack;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.firmware.net.ScriptedBroker.Message;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class DefenderTaskTest {

	private static final String TOPIC = "$aws/things/my_thing_name/defender/metrics/cbor";

	private final ProvisionedBoard device = new ProvisionedBoard();

	@Test
	void theReportIsEncodedInTheFixedOrder() {
		NetworkStack network = new NetworkStack();
		network.statistics().exchange(2, 3);
		network.sockets().openUdp(68);
		network.sockets().listen(5001);
		network.sockets().listen(5001);
		network.sockets().connect("1.2.3.4", 8883);
		assertEquals("bf" + "63686564" + "a2" + "63726964" + "19303b" + "6176" + "63312e30" //
				+ "636d6574" + "bf" //
				+ "626e73" + "a4" + "627069" + "03" + "62706f" + "02" + "626269" + "18a2" + "62626f" + "186c" //
				+ "627470" + "a2" + "6174" + "01" + "63707473" + "81" + "a2" + "626966" + "636c6f30" + "627074" + "191389" //
				+ "627570" + "a2" + "6174" + "01" + "63707473" + "81" + "a2" + "626966" + "636c6f30" + "627074" + "1844" //
				+ "627463" + "a1" + "626563" + "a2" + "6174" + "01" + "626373" + "81" + "a3" + "63726164" + "6c312e322e332e343a38383833"
				+ "626c69" + "636c6f30" + "626c70" + "19c001" //
				+ "ffff", HexFormat.of().formatHex(new MetricsReport(network).encode(0x303B)));
	}

	@Test
	void emptyListsAreLeftOut() {
		String report = HexFormat.of().formatHex(new MetricsReport(new NetworkStack()).encode(1));
		assertTrue(report.endsWith("627470a1617400" + "627570a1617400" + "627463a1626563a1617400" + "ffff"), report);
	}

	@Test
	void reportsComeFiveMinutesAfterTheAnswer() {
		answerOn("/accepted");
		connect();
		List<String> filters = device.broker.subscribed.stream().flatMap(List::stream).filter(each -> each.contains("defender")).toList();
		assertEquals(List.of(TOPIC + "/accepted", TOPIC + "/rejected"), filters);
		String log = device.log();
		int at = 0;
		for (String part : List.of("[AWSDefende] Subscribed to defender MQTT topics successfully. (defender_task.c:615)",
				"Collecting device metrics... (defender_task.c:688)", "Publishing defender metrics report. (defender_task.c:710)",
				"Defender report accepted. (defender_task.c:735)")) {
			at = log.indexOf(part, at);
			assertTrue(at >= 0, part);
		}
		device.run(280_000 + 600_000);
		assertEquals(3, reports().size());
		assertEquals(1, reports().get(0).qos());
		assertEquals(3, device.count("Defender report accepted."));
		String report = HexFormat.of().formatHex(reports().get(2).payload());
		assertTrue(report.startsWith("bf63686564a2637269641a"), report);
		assertTrue(report.contains("3132372e302e302e313a38383833"), "127.0.0.1:8883");
		assertTrue(report.length() / 2 < 1024);
	}

	@Test
	void countersAreTotalsAndTheReportIdIsTheTick() {
		answerOn("/accepted");
		connect();
		device.run(310_000);
		long first = reportId(reports().get(0));
		assertTrue(reportId(reports().get(1)) - first > 300_000);
		device.board.reset(dev.bankswap.board.ResetCause.PIN);
		device.run(14_000);
		assertTrue(reportId(reports().get(2)) < 14_000, "trap 24: the number starts again after a reset");
		assertTrue(packetsIn(reports().get(1)) > packetsIn(reports().get(0)));
	}

	@Test
	void rejectionAndSilenceAreNamed() {
		answerOn("/rejected");
		connect();
		assertTrue(device.logged("Defender report rejected. (defender_task.c:739)"));
		device.broker.onPublish = message -> {
			// no answer
		};
		device.run(310_000 + 40_000);
		assertTrue(device.logged("Defender report response not received. (defender_task.c:745)"));
	}

	@Test
	void aReportThatIsNotAcknowledgedIsNamed() {
		answerOn("/accepted");
		connect();
		device.broker.ignorePublishes = true;
		device.run(310_000 + 80_000);
		assertTrue(device.logged("[AWSDefende] Failed to publish report."));
		assertTrue(device.logged("[AWSDefende] Failed to publish device defender report."));
	}

	@Test
	void aRefusedSubscriptionEndsTheTask() {
		device.broker.subAckCode = 0x80;
		connect();
		assertTrue(device.logged("[AWSDefende] Non-fatal assertion failed."));
		assertTrue(device.logged("Failed to subscribe to defender MQTT topics."));
		assertTrue(device.logged("[AWSDefende] Exiting..."));
		assertTrue(reports().isEmpty());
	}

	private void answerOn(String end) {
		device.broker.onPublish = message -> {
			if (message.topic().equals(TOPIC)) {
				device.broker.deliver(TOPIC + end, "not CBOR at all");
			}
		};
	}

	private void connect() {
		device.powerOn().run(14_000);
		assertTrue(device.broker.connected(), device.log());
	}

	private List<Message> reports() {
		return device.broker.publishedTo("/metrics/cbor");
	}

	private static long reportId(Message report) {
		return number(report, "63726964");
	}

	private static long packetsIn(Message report) {
		return number(report, "627069");
	}

	private static long number(Message report, String key) {
		String hex = HexFormat.of().formatHex(report.payload());
		int at = hex.indexOf(key) + key.length();
		int head = Integer.parseInt(hex.substring(at, at + 2), 16);
		int digits = head < 24 ? 0 : 2 << head - 24;
		return digits == 0 ? head : Long.parseLong(hex.substring(at + 2, at + 2 + digits), 16);
	}
}
