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
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.ResetCause;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.firmware.net.TlsRequest;
import dev.bankswap.formats.KeyValueRecord;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class MqttAgentTaskTest {

	private static final int BOOT = 13_000;

	/** The subscriptions after boot, sorted. */
	private static final List<String> EIGHT = List.of("$aws/things/+/jobs/$next/get/#", "$aws/things/+/jobs/notify-next",
			"$aws/things/my_thing_name/defender/metrics/cbor/accepted", "$aws/things/my_thing_name/defender/metrics/cbor/rejected",
			"$aws/things/my_thing_name/jobs/notify-next", "$aws/things/my_thing_name/shadow/update/accepted",
			"$aws/things/my_thing_name/shadow/update/delta", "$aws/things/my_thing_name/shadow/update/rejected");

	private final ProvisionedBoard device = new ProvisionedBoard();

	@Test
	void connectsWithTheParametersOfTheFirmware() {
		connect();
		TlsRequest request = device.broker.requests.get(0);
		assertEquals("localhost", request.host());
		assertEquals(8883, request.port());
		assertEquals("x-amzn-mqtt-ca", request.alpn());
		assertArrayEquals(device.read("/corePKCS11_Key.dat"), request.privateKeySec1Der());
		assertArrayEquals(device.read("/corePKCS11_Certificate.dat"), request.certificateDer());
		assertArrayEquals(device.read("/corePKCS11_CA_Certificate.dat"), request.rootCaDer());
		assertFalse(request.toString().contains("["));
		assertEquals(ProvisionedBoard.THING, device.broker.clientId);
		assertTrue(device.broker.userName.startsWith("?SDK=FreeRTOS&Version=V10.5.1&Platform="));
		assertEquals(60, device.broker.keepAlive);
		assertEquals(List.of(true), device.broker.cleanSessions);
		assertTrue(device.broker.subscribed.stream().allMatch(each -> each.size() == 1));
		assertEquals(EIGHT, device.broker.subscribed.stream().flatMap(List::stream).sorted().toList());
	}

	@Test
	void bringUpLinesComeInTheirOrder() {
		connect();
		String log = device.log();
		int at = 0;
		for (String part : List.of("Client Certificate: CN=my_thing_name, SN:0x", "CA Certificate:  CN=Amazon Root CA 3, SN:0x",
				"Firmware Version:   V", "HW Address:         ", "Link UP event.", "Starting DHCP.", "<SYS>     7415 [MxNet     ] Network Link Up.",
				"IP Address Change.", "IP Address: ", "Gateway:    ", "Netmask:    ", "Started Iperf server",
				"Attempting a TLS connection to localhost:8883. (mqtt_agent_task.c:1113)",
				"Trying address: 127.0.0.1, port: 8883h for host: localhost. (mbedtls_transport.c:1144)", "Connected socket: ",
				"TLS handshake successful.", "Connection to localhost:8883 established.",
				"Starting a clean MQTT Session. (mqtt_agent_task.c:1185)", "MQTT Agent is connected. Resuming...")) {
			at = log.indexOf(part, at);
			assertTrue(at >= 0, part);
		}
	}

	@Test
	void laterSessionsArePersistentAndSubscribeAllInOnePacket() {
		connect();
		device.broker.drop();
		device.run(4_000);
		assertEquals(List.of(true, false), device.broker.cleanSessions);
		assertEquals(EIGHT, device.broker.subscribed.get(8).stream().sorted().toList());
		assertTrue(device.logged("Resuming persistent MQTT Session. (mqtt_agent_task.c:1169)"));
		assertEquals(1, device.all(FirmwareEvent.MqttDisconnected.class).size());
		assertEquals(2, device.all(FirmwareEvent.MqttConnected.class).size());
	}

	@Test
	void failingTlsBacksOffFurtherAndFurther() {
		device.broker.refusal = Optional.of("X509 - Certificate verification failed\nwith a second line");
		device.powerOn().run(400_000);
		List<Long> delays = device.lines().stream().filter(each -> each.contains("Retrying connection in "))
				.map(each -> Long.valueOf(each.replaceAll(".*connection in (\\d+) ms.*", "$1"))).toList();
		assertTrue(delays.size() > 15, "attempts " + delays.size());
		long limit = 1_000;
		for (long delay : delays) {
			assertTrue(delay <= limit && delay % 100 == 0, delays.toString());
			limit = Math.min(30_000, 2 * limit);
		}
		assertTrue(delays.stream().anyMatch(each -> each > 5_000));
		assertTrue(device.logged("Failed to perform TLS handshake: Error: X509 - Certificate verification failed with a second line : "
				+ "<No-Low-Level-Code>. (mbedtls_transport.c:1359)"));
		assertTrue(device.logged("<INF>") && device.logged("to localhost:8883 failed. (mbedtls_transport.c:1399)"));
		device.broker.refusal = Optional.empty();
		device.run(40_000);
		assertTrue(device.broker.connected());
	}

	@Test
	void refusedConnectIsRetriedWithoutGrowingDelay() {
		device.broker.connAckCode = 7;
		device.powerOn().run(60_000);
		List<Long> delays = device.lines().stream().filter(each -> each.contains("Disconnected from the MQTT Broker. Retrying in "))
				.map(each -> Long.valueOf(each.replaceAll(".*Retrying in (\\d+) ms.*", "$1"))).toList();
		assertTrue(delays.size() > 15);
		assertTrue(delays.stream().allMatch(each -> each <= 1_000), delays.toString());
		assertTrue(device.logged("Failed to connect to mqtt broker. (mqtt_agent_task.c:1193)"));
		assertTrue(device.broker.cleanSessions.stream().allMatch(each -> each));
	}

	@Test
	void aBrokerThatDoesNotAnswerConnectIsLeft() {
		device.broker.silent = true;
		device.powerOn().run(30_000);
		assertTrue(device.broker.requests.size() > 3);
		assertTrue(device.logged("TLS close-notify sent. (mbedtls_transport.c:1568)"));
	}

	@Test
	void silenceIsPingedAndAMissingAnswerEndsTheSession() {
		connect();
		device.run(120_000);
		assertTrue(device.broker.pings >= 3 && device.broker.pings <= 5, "pings " + device.broker.pings);
		assertEquals(1, device.broker.requests.size());
		device.broker.ignorePings = true;
		device.run(40_000);
		assertTrue(device.broker.requests.size() >= 2);
	}

	@Test
	void incomingQos1IsAcknowledgedAndUnknownTopicsAreTold() {
		connect();
		device.broker.deliver("other/topic", new byte[] { 1 }, 1);
		device.run(1_000);
		assertTrue(device.logged(
				"Incoming publish with topic=\"other/topic\" does not match any callback functions. (mqtt_agent_task.c:726)"));
		assertEquals(1, device.broker.requests.size());
		assertEquals(1, device.all(FirmwareEvent.MqttReceived.class).stream().filter(each -> each.topic().equals("other/topic")).count());
	}

	@Test
	void garbageEndsTheSessionAndTheNextOneWorks() {
		connect();
		Random random = new Random(5);
		for (int i = 0; i < 30; i++) {
			byte[] noise = new byte[1 + random.nextInt(200)];
			random.nextBytes(noise);
			device.broker.raw(noise);
			// noise may claim to be the beginning of a long packet; then only the missing PINGRESP ends the session
			device.run(60_000);
			assertTrue(device.board.running());
			device.runUntil(device.broker::connected);
		}
		assertTrue(device.broker.requests.size() > 15, "connections " + device.broker.requests.size());
	}

	@Test
	void callsOfAnEarlierBootAreIgnored() {
		connect();
		device.board.reset(ResetCause.PIN);
		device.run(2_000);
		long lines = device.lines().size();
		device.broker.listeners.get(0).opened();
		device.broker.listeners.get(0).received(new byte[] { 0x20, 2, 0, 0 });
		device.broker.listeners.get(0).closed("late");
		device.run(1_000);
		assertEquals(lines, device.lines().size());
		device.run(BOOT);
		assertTrue(device.broker.connected());
		assertEquals(List.of(true, true), device.broker.cleanSessions);
	}

	@Test
	void missingConfigurationEndsTheTask() {
		device.remove("/cfg/mqtt_endpoint");
		device.powerOn().run(BOOT);
		assertTrue(device.logged("Invalid mqtt endpoint read from KVStore. (mqtt_agent_task.c:926)"));
		assertTrue(device.logged("Terminating MqttAgentTask. (mqtt_agent_task.c:1283)"));
		assertTrue(device.broker.requests.isEmpty());
	}

	@Test
	void missingThingNameEndsTheTasksThatNeedIt() {
		device.write("/cfg/thing_name", KeyValueRecord.string(""));
		device.powerOn().run(BOOT);
		assertTrue(device.logged("[MQTTAgent ] Non-fatal assertion failed. (kvstore.c:378)"));
		assertTrue(device.logged("Invalid client identifier read from KVStore. (mqtt_agent_task.c:889)"));
		assertTrue(device.logged("Failed to load thing name from key value store. (ota_update_task.c:1360)"));
	}

	@Test
	void missingOrUnusableCredentialsEndTheTask() {
		device.remove("/corePKCS11_Key.dat");
		device.powerOn().run(BOOT);
		assertTrue(device.logged("Failed to add private key to TLS context. (mbedtls_transport.c:643)"));
		assertTrue(device.logged("Failed to configure mbedtls transport. (mqtt_agent_task.c:1016)"));
		ProvisionedBoard other = new ProvisionedBoard();
		other.write("/corePKCS11_CA_Certificate.dat", new byte[] { 0x30, 3, 1, 2, 3 });
		other.powerOn().run(BOOT);
		assertTrue(other.logged("Failed to load any valid Root CA Certificates. (mbedtls_transport.c:823)"));
		assertTrue(other.logged("Terminating MqttAgentTask."));
	}

	@Test
	void withoutNetworkNameThereIsNoNetwork() {
		device.remove("/cfg/wifi_ssid");
		device.powerOn().run(200_000);
		assertTrue(device.logged("Failed to connect to access point."));
		assertTrue(device.broker.requests.isEmpty());
		assertTrue(device.logged("Timed out while waiting for MQTT Agent connection. (ota_update_task.c:1383)"));
	}

	@Test
	void telemetryComesEveryTwoSecondsWhileConnected() {
		connect();
		int before = device.broker.publishedTo("my_thing_name/net_stats").size();
		device.run(20_000);
		var messages = device.broker.publishedTo("my_thing_name/net_stats");
		assertEquals(10, messages.size() - before);
		var last = messages.get(messages.size() - 1);
		assertEquals(0, last.qos());
		assertTrue(last.text().matches("\\{ \"timer_s\": \\d+, \"sent_p\": \\d+, \"received_p\": \\d+ \\}"), last.text());
		assertTrue(device.logged("[Sense     ] " + last.text() + " (emu_sensor_publish.c:281)"));
		device.broker.refusal = Optional.of("gone");
		device.broker.drop();
		device.run(60_000);
		assertEquals(messages.size(), device.broker.publishedTo("my_thing_name/net_stats").size());
		assertFalse(device.logged("[Sense     ] MQTT Agent returned error"));
	}

	@Test
	void anHourOfIdlingIsCheap() {
		connect();
		long end = device.tick() + 3_600_000;
		int steps = 0;
		while (device.tick() < end) {
			device.board.scheduler().step();
			steps++;
		}
		assertTrue(steps < 100_000, "events in an hour: " + steps);
		assertEquals(1, device.broker.requests.size());
	}

	private void connect() {
		device.powerOn().run(BOOT);
		assertTrue(device.broker.connected(), device.log());
	}
}
