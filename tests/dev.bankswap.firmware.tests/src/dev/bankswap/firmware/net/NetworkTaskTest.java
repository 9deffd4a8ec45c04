/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.ResetCause;
import dev.bankswap.testing.NoErrorLogged;

/** The network comes, goes and comes back. */
@ExtendWith(NoErrorLogged.class)
class NetworkTaskTest {

	private final ProvisionedBoard device = new ProvisionedBoard();
	private final NetworkControl network = device.firmware.network();

	@Test
	void aLostLinkEndsTheSessionAndItsReturnBeginsAnother() {
		connect();
		network.linkDown();
		assertFalse(network.linkIsUp());
		device.run(20_000);
		inOrder("<SYS>", "[MxNet     ] Network Link Down. (mx_netconn.c:552)",
				"[MQTTAgent ] Failed to read data: Error: NET - Connection was reset by peer : <No-Low-Level-Code>.",
				"Disconnected from the MQTT Broker. Retrying in ");
		int published = device.broker.published.size();
		assertTrue(device.broker.connected(), "nothing tells the broker");
		device.run(20_000);
		assertEquals(published, device.broker.published.size());
		assertEquals(1, device.broker.requests.size(), "without network nothing is tried");
		network.linkUp();
		device.run(10_000);
		inOrder("Network Link Down.", "Link UP event. (mx_netconn.c:532)", "Starting DHCP.", "Network Link Up. (mx_netconn.c:536)",
				"IP Address Change. (mx_netconn.c:512)", "IP Address: 192.", "Gateway:    192.", "Netmask:    255.", "Started Iperf server",
				"Attempting a TLS connection", "Resuming persistent MQTT Session.");
		assertEquals(2, device.broker.requests.size());
		assertTrue(device.broker.published.size() > published);
		assertEquals(8, device.broker.subscribed.get(8).size());
	}

	@Test
	void anAccessPointThatStaysAwayIsTriedAgain() {
		connect();
		network.linkDown();
		device.runUntilLogged("Failed to connect to access point. (mx_netconn.c:293)");
		inOrder("Network Link Down.", "Failed to connect to access point.", "Administrative DOWN event. (mx_netconn.c:540)");
		long failed = device.tick();
		network.linkUp();
		device.runUntilLogged("Link UP event.");
		assertEquals(failed + 30_000 + 2_000, device.tick(), "noticed by the next attempt");
		assertEquals(1, device.count("Administrative DOWN event."));
		device.run(10_000);
		assertEquals(2, device.broker.requests.size());
	}

	@Test
	void aShortAbsenceDuringTheHandshakeFailsTheAttempt() {
		device.powerOn();
		device.runUntilLogged("Connected socket: ");
		network.linkDown();
		device.run(100);
		network.linkUp();
		device.run(20_000);
		assertTrue(device.logged("Failed to perform TLS handshake: Error: NET - Connection was reset by peer : <No-Low-Level-Code>."));
		assertTrue(device.logged("<WRN>") && device.logged("Connecting to the mqtt broker failed. Retrying connection in "));
		assertEquals(2, device.broker.requests.size());
		assertEquals(List.of(true), device.broker.cleanSessions);
	}

	@Test
	void aFlickerWhileAssociatingDelaysIt() {
		device.powerOn();
		device.runUntilLogged("HW Address:");
		device.run(1_500);
		network.linkDown();
		device.run(1_000);
		network.linkUp();
		long back = device.tick();
		device.runUntilLogged("Link UP event.");
		assertEquals(back + 2_000, device.tick());
	}

	@Test
	void withoutLeaseThereIsNoConnection() {
		network.setDhcpAnswers(false);
		device.powerOn().run(60_000);
		assertTrue(device.logged("Network Link Up."));
		assertFalse(device.logged("IP Address Change."));
		assertTrue(device.broker.requests.isEmpty());
		network.setDhcpAnswers(true);
		device.run(70_000);
		assertTrue(device.broker.connected());
	}

	@Test
	void aNameThatCannotBeResolvedIsTriedWithGrowingDelays() {
		network.setNamesResolve(false);
		device.powerOn().run(120_000);
		assertTrue(device.logged("Failed to resolve hostname: localhost to IP address. (mbedtls_transport.c:1103)"));
		assertTrue(device.logged("to localhost:8883 failed. (mbedtls_transport.c:1399)"));
		assertFalse(device.logged("Trying address:"));
		long tries = device.count("Connecting to the mqtt broker failed.");
		assertTrue(tries > 3 && tries < 14, "tries " + tries);
		network.setNamesResolve(true);
		device.run(60_000);
		assertTrue(device.broker.connected());
	}

	@Test
	void aSilentModuleIsAskedEveryTenSeconds() {
		network.setModuleAnswers(false);
		device.powerOn().run(30_000);
		assertEquals(3, device.count("Error while querying module firmware revision. (mx_netconn.c:320)"));
		assertFalse(device.logged("Firmware Version:"));
		network.setModuleAnswers(true);
		device.run(20_000);
		assertTrue(device.broker.connected());
	}

	@Test
	void theSurroundingsStayAsTheyAreThroughAReset() {
		connect();
		network.linkDown();
		device.board.reset(ResetCause.PIN);
		device.run(60_000);
		assertEquals(1, device.broker.requests.size());
		network.linkUp();
		device.run(10_000);
		assertEquals(List.of(true, true), device.broker.cleanSessions);
	}

	private void connect() {
		device.powerOn().run(14_000);
		assertTrue(device.broker.connected(), device.log());
	}

	private void inOrder(String... parts) {
		String log = device.log();
		int at = 0;
		for (String part : parts) {
			at = log.indexOf(part, at);
			assertTrue(at >= 0, part + " in\n" + log);
		}
	}
}
