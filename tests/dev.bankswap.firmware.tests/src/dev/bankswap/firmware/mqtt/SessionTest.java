/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.mqtt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.BoardEvent;
import dev.bankswap.board.Led;
import dev.bankswap.board.ResetCause;
import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.FirmwareOptions;
import dev.bankswap.firmware.FirmwareSwitch;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.firmware.net.ScriptedBroker;
import dev.bankswap.formats.ImageCatalog;
import dev.bankswap.testing.NoErrorLogged;

/** What becomes of the subscriptions when the connection is lost and comes back. */
@ExtendWith(NoErrorLogged.class)
class SessionTest {

	private static final String DELTA = "$aws/things/my_thing_name/shadow/update/delta";
	private static final String RESUMING = "Resuming persistent MQTT Session. (mqtt_agent_task.c:1169)";

	private final ProvisionedBoard device = new ProvisionedBoard();

	@Test
	void aResumedSessionBlocksTheTaskAtTheNextMessage() {
		device.broker.sessionPresent = true;
		connect(device);
		ConsoleSession console = new ConsoleSession(device.board);
		device.broker.drop();
		device.runUntilLogged(RESUMING);
		device.run(5_000);
		assertEquals(8, device.broker.subscribed.size(), "nothing is subscribed again");
		assertTrue(device.broker.published.size() > 3, "the task still works");
		device.broker.deliver(DELTA, "{\"version\":1,\"state\":{\"powerOn\":1}}");
		device.run(1_000);
		assertTrue(device.logged("<ASR>") && device.logged("[MQTTAgent ] Non-fatal assertion failed. (mqtt_agent_task.c:"));
		int published = device.broker.published.size();
		int pings = device.broker.pings;
		boolean lit = device.board.leds().lit(Led.GREEN);
		device.run(301_000);
		assertEquals(published, device.broker.published.size());
		assertEquals(pings, device.broker.pings, "no keep-alive");
		assertEquals(2, device.broker.requests.size());
		assertTrue(lit != device.board.leds().lit(Led.GREEN), "the heart beats");
		assertTrue(console.command("uptime").startsWith("up 0 day(s)"));
		assertEquals(1, device.allOfBoard(BoardEvent.Booted.class).size(), "the watchdog is content");
		assertEquals(32, device.count("Timed out while waiting for publish ACK or Sent event. xTimeout = 3000 (emu_sensor_publish.c:164)")
				+ device.count("[AWSDefende] Failed to publish report."), "the command queue");
		assertTrue(device.logged("[Sense     ] MQTTAgent_Publish returned error code: 2. (emu_sensor_publish.c:177)"));
		device.broker.drop();
		device.run(60_000);
		assertEquals(2, device.broker.requests.size(), "not even the end of the connection wakes the task");
	}

	@Test
	void aResetCuresIt() {
		device.broker.sessionPresent = true;
		connect(device);
		device.broker.drop();
		device.runUntilLogged(RESUMING);
		device.broker.deliver(DELTA, "{}");
		device.run(2_000);
		device.board.reset(ResetCause.PIN);
		device.run(14_000);
		assertEquals(List.of(true, false, true), device.broker.cleanSessions);
		assertEquals(16, device.broker.subscribed.size());
	}

	@Test
	void tasksThatSubscribeMeanwhileWait() {
		OrderedTasks order = new OrderedTasks();
		assertTrue(order.firstOf("Starting a clean MQTT Session.") < order.firstOf("Callback registered with filter="));
		assertTrue(order.firstOf("Callback registered with filter=\"$aws/things/my_thing_name/defender/metrics/cbor/accepted\"") < order
				.firstOf("MQTT Agent is connected. Resuming..."), "the defender task asked before the connection was there");
	}

	@Test
	void theLaterReleaseGoesOn() {
		ProvisionedBoard later = new ProvisionedBoard(options -> options.with(FirmwareSwitch.SESSION_PRESENT_DEADLOCK, false));
		later.broker.sessionPresent = true;
		connect(later);
		later.broker.drop();
		later.runUntilLogged("Session already present (no re-subscription).");
		later.broker.deliver(DELTA, "{\"version\":1,\"state\":{\"powerOn\":1}}");
		later.run(1_000);
		assertTrue(later.logged("Setting powerOn state to 1."));
		assertEquals(8, later.broker.subscribed.size());
	}

	@Test
	void aResumedSessionGetsWhatWasNotAcknowledged() {
		ProvisionedBoard later = new ProvisionedBoard(options -> options.with(FirmwareSwitch.SESSION_PRESENT_DEADLOCK, false));
		later.broker.sessionPresent = true;
		later.powerOn();
		later.runUntil(() -> later.broker.publishedTo("net_stats").size() > 2);
		later.broker.ignorePublishes = true;
		later.run(335_000);
		assertEquals(2, later.broker.publishedTo("metrics/cbor").size());
		later.broker.drop();
		later.run(8_000);
		List<ScriptedBroker.Message> reports = later.broker.publishedTo("metrics/cbor");
		assertEquals(3, reports.size());
		assertArrayEquals(reports.get(1).payload(), reports.get(2).payload());
	}

	@Test
	void theDefectIsTheDefault() {
		assertTrue(FirmwareOptions.defaults(new ImageCatalog()).has(FirmwareSwitch.SESSION_PRESENT_DEADLOCK));
		assertEquals("X-CUBE V1.0.0", FirmwareSwitch.SESSION_PRESENT_DEADLOCK.source());
	}

	@Test
	void refusedFiltersAreReportedWithTheirTasks() {
		connect(device);
		String filter = "$aws/things/+/jobs/notify-next";
		device.broker.refusedFilters.add(filter);
		device.broker.refusedFilters.add(DELTA);
		device.broker.drop();
		device.runUntilLogged(RESUMING);
		device.run(1_000);
		assertTrue(device.logged("<ERR>") && device.logged("Failed to re-subscribe to topic filter \"" + filter + "\". (mqtt_agent_task.c:566)"));
		assertTrue(device.logged(
				"Detected orphaned callback for task: OTAUpdate due to failed re-subscribe operation. (mqtt_agent_task.c:577)"));
		assertTrue(device.logged("Detected orphaned callback for task: ShadowDevice due to failed re-subscribe operation."));
		assertEquals(2, device.count("Failed to re-subscribe"));
		device.broker.deliver(DELTA, "{\"version\":1,\"state\":{\"powerOn\":1}}");
		device.run(1_000);
		assertTrue(device.logged("Setting powerOn state to 1."), "the callback is still registered");
		device.broker.refusedFilters.clear();
		device.broker.drop();
		device.run(5_000);
		assertEquals(8, device.broker.subscribed.get(9).size(), "all filters are tried again");
		assertEquals(2, device.count("Failed to re-subscribe"));
	}

	@Test
	void aResubscriptionWithoutAnswerEndsWithThePing() {
		connect(device);
		device.broker.drop();
		device.runUntilLogged("Attempting a TLS connection");
		device.broker.ignorePings = true;
		device.run(60_000);
		device.broker.ignorePings = false;
		device.run(60_000);
		assertTrue(device.broker.connected());
		assertFalse(device.logged("Non-fatal assertion failed."));
	}

	private static void connect(ProvisionedBoard board) {
		board.powerOn().run(14_000);
		assertTrue(board.broker.connected(), board.log());
	}

	/** Where lines stand in the log of a boot. */
	private final class OrderedTasks {

		OrderedTasks() {
			connect(device);
		}

		int firstOf(String part) {
			int at = device.log().indexOf(part);
			assertTrue(at >= 0, part);
			return at;
		}
	}
}
