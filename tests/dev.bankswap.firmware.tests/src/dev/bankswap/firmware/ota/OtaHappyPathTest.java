/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.BoardEvent;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.formats.PalState;
import dev.bankswap.testing.NoErrorLogged;

@ExtendWith(NoErrorLogged.class)
class OtaHappyPathTest {

	private static final int SEED_SIZE = 492_536;

	private final OtaBench bench = new OtaBench();
	private final ProvisionedBoard device = bench.device;

	@Test
	void threeBlocksAreDownloadedSwappedTestedAndCommitted() {
		bench.boot();
		bench.offer(5000, ProvisionedBoard.NEW);
		bench.notifyNext();
		bench.runUntilTerminal();
		assertEquals(List.of("{\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"receive\":\"1/3\"}}",
				"{\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"self_test\":\"ready\",\"updatedBy\":\"0x01000000\"}}",
				"{\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"self_test\":\"active\",\"updatedBy\":\"0x01010000\"}}",
				"{\"status\":\"SUCCEEDED\",\"statusDetails\":{\"reason\":\"accepted  v1.1.\",\"updatedBy\":\"  v1..\"}}"),
				bench.updates);
		assertEquals(2, device.board.flash().activeBank());
		assertArrayEquals(bench.image, device.board.flash().readBank(2, 0, bench.image.length));
		assertArrayEquals(new byte[] { -1, -1, -1, -1, -1, -1, -1, -1 }, device.board.flash().readBank(2, 5000, 8));
		assertFalse(device.exists("/ota/image_state"));
		assertEquals(List.of(PalState.READY, PalState.FILE_OPEN, PalState.PENDING_ACTIVATION, PalState.PENDING_SELF_TEST,
				PalState.PENDING_SELF_TEST, PalState.NEW_IMAGE_BOOTED, PalState.ACCEPTED),
				device.all(FirmwareEvent.PalStateChanged.class).stream().map(FirmwareEvent.PalStateChanged::state).toList());
		assertEquals(List.of(true), device.all(FirmwareEvent.SelfTest.class).stream().map(FirmwareEvent.SelfTest::passed).toList());
		assertTrue(device.logged("Reset Source: 0x14000000 : SFTRSTF: software system reset with pin reset. (app_main.c:266)"));
		assertEquals(1, device.count("Application version 1.1.0"));
	}

	@Test
	void theSampleImageTakesAsLongAsTheBoardDid() {
		bench.offer(SEED_SIZE, ProvisionedBoard.NEW);
		bench.boot();
		long start = device.tick();
		bench.runUntilTerminal();
		long seconds = (device.tick() - start) / 1000;
		assertTrue(seconds >= 38 && seconds <= 48, "seconds " + seconds);
		assertEquals(List.of(), device.lines().stream().filter(each -> !each.matches("(?s)<.*\\(\\S+:\\d+\\)")).toList(), "cut lines");
		assertEquals(241, device.all(FirmwareEvent.BlockReceived.class).size());
		assertEquals(121, bench.blockRequests.size());
		assertEquals(14 - 1, bench.updates.size());
		assertEquals("{\"status\":\"IN_PROGRESS\",\"statusDetails\":{\"receive\":\"225/241\"}}", bench.updates.get(9));
		byte[] first = HexFormat.of().parseHex("a6616363726479616600616c190800616f006162581f" + "ff".repeat(30) + "01616e02");
		assertEquals(56, first.length);
		assertArrayEquals(first, bench.blockRequests.get(0));
		assertEquals(2, device.board.flash().activeBank());
		assertArrayEquals(bench.image, device.board.flash().readBank(2, 0, SEED_SIZE));
	}

	@Test
	void checkingTheSignatureTakesTheTimeOfTheBoardAndLeavesTheProcessorToOthers() {
		bench.offer(SEED_SIZE, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntilLogged("Received final block of the update.");
		long start = device.tick();
		long longest = 0;
		while (!device.logged("validated the signature")) {
			long before = device.tick();
			device.board.scheduler().step();
			longest = Math.max(longest, device.tick() - before);
		}
		long took = device.tick() - start;
		assertTrue(took >= 370 && took <= 420, "ms " + took);
		assertTrue(longest < 50, "longest step " + longest);
	}

	@Test
	void linesOfAJobStartAreThoseOfTheReference() {
		bench.boot();
		bench.offer(5000, ProvisionedBoard.NEW);
		int from = device.lines().size();
		bench.notifyNext();
		device.runUntilLogged("Event=[RequestFileBlock]");
		List<String> lines = device.lines().subList(from, device.lines().size()).stream().filter(each -> !each.contains("[Sense "))
				.map(each -> each.replaceAll("^<(\\w+)> +\\d+ \\[(\\w+) *\\] ", "$1 $2 ")).toList();
		int size = ("{\"timestamp\":1692784390," + bench.execution() + "}").length();
		String stream = "$aws/things/my_thing_name/streams/" + OtaBench.STREAM;
		List<String> wanted = List.of(
				"INF MQTTAgent Handling callback for task=OTAUpdate, topic=\"$aws/things/my_thing_name/jobs/notify-next\", filter=\"$aws/things/+/jobs/notify-next\". (mqtt_agent_task.c:710)",
				"INF MQTTAgent Received OTA job message, size: " + size + ". (ota_update_task.c:921)",
				"INF MQTTAgent Handling callback for task=OTAAgent, topic=\"$aws/things/my_thing_name/jobs/notify-next\", filter=\"$aws/things/my_thing_name/jobs/notify-next\". (mqtt_agent_task.c:710)",
				"INF MQTTAgent Received OTA job message, size: " + size + ". (ota_update_task.c:921)",
				"INF OTAAgent Extracted parameter: [key: value]=[execution.jobId: " + OtaBench.JOB + "] (ota.c:1678)",
				"INF OTAAgent Extracted parameter: [key: value]=[execution.jobDocument.afr_ota.streamname: " + OtaBench.STREAM
						+ "] (ota.c:1678)",
				"INF OTAAgent Extracted parameter: [key: value]=[execution.jobDocument.afr_ota.protocols: [\"MQTT\"]] (ota.c:1678)",
				"INF OTAAgent Extracted parameter: [key: value]=[filepath: STM32H573I-DK_aws.bin] (ota.c:1678)",
				"INF OTAAgent Extracted parameter: [key: value]=[filesize: 5000] (ota.c:1719)",
				"INF OTAAgent Extracted parameter: [key: value]=[fileid: 0] (ota.c:1719)",
				"INF OTAAgent Extracted parameter: [key: value]=[certfile: ota_signer_pub] (ota.c:1678)",
				"INF OTAAgent Extracted parameter [ sig-sha256-ecdsa: "
						+ java.util.Base64.getEncoder().encodeToString(bench.signature).substring(0, 32) + "... ] (ota.c:1609)",
				"INF OTAAgent Job document was accepted. Attempting to begin the update. (ota.c:2258)",
				"INF OTAAgent Job parsing success: OtaJobParseErr_t=OtaJobParseErrNone, Job name=" + OtaBench.JOB + " (ota.c:2384)",
				"WRN OTAAgent Received an unhandled callback event from OTA Agent, event = 6 (ota_update_task.c:836)",
				"INF OTAAgent GetPlatformImageState: OtaPalImageStateInvalid: Ready (ota_pal_stm32_ntz.c:1130)",
				"INF OTAAgent CreateFileForRx: xPalState: Ready (ota_pal_stm32_ntz.c:745)",
				"INF OTAAgent GetPlatformImageState: OtaPalImageStateInvalid: File Open (ota_pal_stm32_ntz.c:1130)",
				"INF OTAAgent Setting OTA data interface. (ota.c:951)",
				"INF OTAAgent Current State=[CreatingFile], Event=[ReceivedJobDocument], New state=[CreatingFile] (ota.c:2939)",
				"ERR OTAAgent Received unexpected event: Current state=[CreatingFile], Event received=[ReceivedJobDocument] (ota.c:2878)",
				"INF OTAAgent Callback registered with filter=\"" + stream + "/data/cbor\". (mqtt_agent_task.c:1557)",
				"INF OTAAgent MQTT Subscribe, filter=\"" + stream + "/data/cbor\" (mqtt_agent_task.c:1383)",
				"INF OTAAgent Subscribed to topic " + stream + "/data/cbor. (ota_update_task.c:1079)",
				"INF OTAAgent Current State=[RequestingFileBlock], Event=[CreateFile], New state=[RequestingFileBlock] (ota.c:2939)",
				"INF OTAAgent Sent PUBLISH packet to broker " + stream + "/get/cbor to broker. (ota_update_task.c:1155)",
				"INF OTAAgent Published to MQTT topic to request the next block: topic=" + stream + "/get/cbor (ota_mqtt.c:1166)",
				"INF OTAAgent Current State=[WaitingForFileBlock], Event=[RequestFileBlock], New state=[WaitingForFileBlock] (ota.c:2939)");
		assertEquals(String.join("\n", wanted), String.join("\n", lines));
	}

	@Test
	void theSecondUpdateGoesToTheOtherBank() {
		bench.offer(3000, ProvisionedBoard.NEW);
		bench.boot();
		bench.runUntilTerminal();
		bench.updates.clear();
		bench.image = device.image(4000, 43, new dev.bankswap.formats.FirmwareVersion(1, 2, 0));
		bench.fileSize = 4000;
		bench.signature = OtaBench.sign(bench.image);
		bench.details = "";
		bench.status = "QUEUED";
		bench.notifyNext();
		bench.runUntilTerminal();
		assertEquals("{\"status\":\"SUCCEEDED\",\"statusDetails\":{\"reason\":\"accepted  v1.2.\",\"updatedBy\":\"  v1.1.\"}}",
				bench.lastUpdate());
		assertEquals(1, device.board.flash().activeBank());
		assertArrayEquals(bench.image, device.board.flash().readBank(1, 0, 4000));
		List<Integer> erased = device.allOfBoard(BoardEvent.BankErased.class).stream().map(BoardEvent.BankErased::bank).toList();
		assertEquals(List.of(2, 1), erased);
	}

	@Test
	void aLostBlockCostsARequestInterval() {
		bench.offer(20 * 2048, ProvisionedBoard.NEW);
		bench.lose.add(3);
		bench.boot();
		long start = device.tick();
		bench.runUntilTerminal();
		assertEquals("SUCCEEDED", bench.status);
		assertTrue(device.tick() - start > 10_000);
		assertEquals(20, bench.served.size());
	}

	@Test
	void aDuplicateBlockIsIgnored() {
		bench.offer(60 * 2048, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntilLogged("Block index=20,");
		bench.deliverBlock(bench.block(1));
		bench.runUntilTerminal();
		assertTrue(device.logged("Received a duplicate block: Block index=1, Block size=2048 (ota.c:2587)"));
		assertEquals("SUCCEEDED", bench.status);
	}

	@Test
	void theFirstClientTokenHasNoNumber() {
		bench.boot();
		assertEquals("{\"clientToken\":\":my_thing_name\"}", device.broker.publishedTo("$next/get").get(0).text());
		assertEquals(1, device.broker.publishedTo("$next/get").get(0).qos());
	}

	@Test
	void sameSeedGivesTheSameRun() {
		assertEquals(run(), run());
	}

	private static String run() {
		OtaBench other = new OtaBench();
		other.offer(3000, ProvisionedBoard.NEW);
		other.signature = new byte[0];
		other.boot();
		other.runUntilTerminal();
		return other.device.log().replaceAll("SN:0x\\w+", "");
	}
}
