/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.BoardEvent;
import dev.bankswap.board.ResetCause;
import dev.bankswap.firmware.ConsoleSession;
import dev.bankswap.firmware.net.NetworkControl;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.testing.NoErrorLogged;

/** The rows of the reference's scenario table in which something interrupts the update. */
@ExtendWith(NoErrorLogged.class)
class OtaScenarioTest {

	private static final int SIZE = 30 * 2048;
	private static final String REJECTED = "{\"status\":\"FAILED\",\"statusDetails\":{\"reason\":\"rejected: 0x00000010\"}}";

	private final OtaBench bench = new OtaBench();
	private final ProvisionedBoard device = bench.device;
	private final NetworkControl network = device.firmware.network();

	@Test
	void withoutNetworkTheNewImageRevertsThreeMinutesAfterItsBoot() {
		firstBootOfTheNewImage();
		long boot = device.tick();
		network.linkDown();
		device.runUntilLogged("Self test failed to complete within 60000ms (ota.c:645)");
		long seconds = (device.tick() - boot) / 1000;
		assertTrue(seconds >= 178 && seconds <= 182, "seconds " + seconds);
		network.linkUp();
		bench.runUntilTerminal();
		assertEquals(REJECTED, bench.lastUpdate());
		assertBackToTheOldImage(true);
	}

	@Test
	void theCommandResetDuringTheSelfTestReverts() {
		firstBootOfTheNewImage();
		new ConsoleSession(device.board).run(1_000).type("reset\r");
		bench.runUntilTerminal();
		assertEquals(REJECTED, bench.lastUpdate());
		assertBackToTheOldImage(true);
	}

	@Test
	void aHangDuringTheSelfTestReverts() {
		firstBootOfTheNewImage();
		new ConsoleSession(device.board).run(1_000).type("assert\r");
		bench.runUntilTerminal();
		assertTrue(device.logged("IWDGRSTF: independent watchdog with pin reset"));
		assertEquals(REJECTED, bench.lastUpdate());
		assertBackToTheOldImage(true);
	}

	@Test
	void aPowerCutDuringTheSelfTestReverts() {
		firstBootOfTheNewImage();
		device.run(1_000);
		device.board.powerOff();
		device.board.powerOn();
		bench.runUntilTerminal();
		assertEquals(REJECTED, bench.lastUpdate());
		assertBackToTheOldImage(true);
	}

	@Test
	void aJobThatIsCancelledDuringTheRebootIsRevertedInSilence() {
		firstBootOfTheNewImage();
		bench.status = "CANCELED";
		device.runUntilLogged("Self test failed to complete within 60000ms");
		device.run(30_000);
		assertFalse(bench.updates.stream().anyMatch(each -> each.contains("FAILED")));
		assertBackToTheOldImage(true);
	}

	@Test
	void aQueuedJobThatIsCancelledDoesNothing() {
		bench.boot();
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.status = "CANCELED";
		bench.notifyEmpty();
		device.run(60_000);
		assertTrue(bench.updates.isEmpty());
		assertEquals(0, erasures());
	}

	@Test
	void aForcedCancellationDuringTheDownloadEndsIt() {
		download();
		bench.status = "CANCELED";
		bench.notifyEmpty();
		device.run(60_000);
		int requests = bench.blockRequests.size();
		device.run(60_000);
		assertEquals(requests, bench.blockRequests.size());
		assertEquals(2, erasures(), "once at the beginning and once at the end");
		assertFalse(bench.updates.stream().anyMatch(each -> each.contains("FAILED")));
		assertEquals(0, device.board.flash().programmedBytes(2));
	}

	@Test
	void aCancellationThatIsNotDeliveredIsNoticedByTheNewImageOnly() {
		download();
		bench.status = "CANCELED";
		device.runUntilLogged("Ending State: New Image Booted.");
		device.runUntilLogged("Self test failed to complete within 60000ms");
		device.run(30_000);
		assertBackToTheOldImage(true);
	}

	@Test
	void aBrokerThatStaysAwayExhaustsTheMomentum() {
		download();
		device.broker.refusal = Optional.of("NET - Connect failed");
		device.broker.drop();
		long start = device.tick();
		device.runUntilLogged("OTA agent task stopped. Exiting OTA demo. (ota_update_task.c:1482)");
		assertTrue(device.tick() - start > 300_000, "ms " + (device.tick() - start));
		device.broker.refusal = Optional.empty();
		device.run(60_000);
		assertTrue(device.broker.connected());
		int before = bench.blockRequests.size();
		bench.notifyNext();
		device.run(60_000);
		assertEquals(before, bench.blockRequests.size(), "trap 21: the agent is stopped until the next reset");
	}

	@Test
	void aLostLinkDuringTheDownloadIsMadeUpFor() {
		download();
		network.linkDown();
		device.run(10_000);
		network.linkUp();
		bench.runUntilTerminal();
		assertEquals("SUCCEEDED", bench.status);
	}

	@Test
	void aJobInSelfTestForTheRunningVersionCostsOneReset() {
		bench.offer(SIZE, ProvisionedBoard.OLD);
		bench.status = "IN_PROGRESS";
		bench.details = "{\"self_test\":\"ready\",\"updatedBy\":\"0x01000000\"}";
		bench.boot();
		bench.runUntilTerminal();
		device.run(30_000);
		assertEquals(List.of(REJECTED), bench.updates);
		assertEquals(2, device.count("HW Init Complete"));
		assertEquals(1, device.board.flash().activeBank());
	}

	@Test
	void aCommittedImageIsSwappedBackWhenItsJobIsDeliveredAgain() {
		commit();
		redeliver("{\"self_test\":\"active\",\"updatedBy\":\"0x01010000\"}");
		bench.runUntilTerminal();
		assertEquals(REJECTED, bench.lastUpdate());
		device.run(10_000);
		assertEquals(1, device.board.flash().activeBank(), "trap 9");
	}

	@Test
	void afterARebootTheSameJobCostsAPlainReset() {
		commit();
		bench.status = "IN_PROGRESS";
		bench.details = "{\"self_test\":\"active\",\"updatedBy\":\"0x01010000\"}";
		device.board.reset(ResetCause.PIN);
		bench.runUntilTerminal();
		assertEquals(REJECTED, bench.lastUpdate());
		device.run(10_000);
		assertEquals(2, device.board.flash().activeBank());
	}

	@Test
	void ifActiveWasLostTooTheTestIsRefusedWithoutReset() {
		commit();
		long boots = device.count("HW Init Complete");
		redeliver("{\"self_test\":\"ready\",\"updatedBy\":\"0x01000000\"}");
		bench.runUntilTerminal();
		assertEquals(REJECTED.replace("0x00000010", "0xe8000000"), bench.lastUpdate());
		device.run(30_000);
		assertEquals(boots, device.count("HW Init Complete"));
		assertEquals(2, device.board.flash().activeBank());
	}

	@Test
	void withoutMqttTheAgentGivesUpAfterItsTries() {
		network.linkDown();
		device.powerOn();
		device.runUntilLogged("Timed out while waiting for MQTT Agent connection. (ota_update_task.c:1383)");
		device.runUntilLogged("OTA agent task stopped.");
		assertEquals(1 + 32, device.count("[OTAAgent  ] Failed to SUBSCRIBE to topic with error = 7."));
		assertFalse(device.logged("Callback registered"), "trap 26: nobody gets the mutex without a connection");
	}

	@Test
	void mqttThatComesLateReachesTheAgentByNotificationOnly() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		network.linkDown();
		device.powerOn();
		device.runUntilLogged("Timed out while waiting for MQTT Agent connection.");
		network.linkUp();
		device.runUntilLogged("Starting a clean MQTT Session.");
		device.run(30_000);
		assertTrue(device.logged("/jobs/$next/get/accepted\" does not match any callback functions."));
		assertTrue(bench.blockRequests.isEmpty());
		bench.notifyNext();
		bench.runUntilTerminal();
		assertEquals("SUCCEEDED", bench.status);
	}

	/** On the board such a file overflows the block bitmap first, with unknown effect; the model goes on to the size check. */
	@Test
	void filesThatOverflowTheBitmapAreTooLarge() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.fileSize = 1024 * 2048 + 1;
		bench.boot();
		bench.runUntilTerminal();
		assertEquals(REJECTED.replace("rejected: 0x00000010", "aborted: 0xe5000000"), bench.lastUpdate(), "trap 17");
		assertEquals(0, erasures());
	}

	@Test
	void theLargestSizeIsRefusedWithoutStatus() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.fileSize = 0xFFFF_FFFFL;
		bench.boot();
		device.run(60_000);
		assertTrue(device.logged("SetPlatformImageState: OtaImageStateAborted, Ready"));
		assertTrue(bench.updates.isEmpty());
		assertEquals(0, erasures());
	}

	@Test
	void configurationIsReadOnceABoot() {
		bench.boot();
		ConsoleSession console = new ConsoleSession(device.board);
		console.type("conf set mqtt_endpoint elsewhere.example\r").run(1_000).type("conf commit\r").run(1_000);
		device.broker.drop();
		device.run(10_000);
		assertEquals("localhost", device.broker.requests.get(1).host(), "trap 28");
		device.board.reset(ResetCause.PIN);
		device.run(14_000);
		assertEquals("elsewhere.example", device.broker.requests.get(2).host());
	}

	private void firstBootOfTheNewImage() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntilLogged("Ending State: New Image Booted.");
	}

	private void download() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntilLogged("Block index=9,");
	}

	private void commit() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		bench.runUntilTerminal();
		assertEquals("SUCCEEDED", bench.status);
		assertEquals(2, device.board.flash().activeBank());
	}

	private void redeliver(String details) {
		bench.status = "IN_PROGRESS";
		bench.details = details;
		bench.notifyNext();
	}

	private void assertBackToTheOldImage(boolean erased) {
		assertEquals(1, device.board.flash().activeBank());
		assertEquals(erased, device.board.flash().programmedBytes(2) == 0);
	}

	private long erasures() {
		return device.allOfBoard(BoardEvent.BankErased.class).size();
	}
}
