/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.BoardEvent;
import dev.bankswap.board.ResetCause;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.FirmwareSwitch;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.formats.FirmwareVersion;
import dev.bankswap.formats.PalState;
import dev.bankswap.testing.NoErrorLogged;

/** The rows of the scenario table that end badly. */
@ExtendWith(NoErrorLogged.class)
class OtaFailureTest {

	private static final int SIZE = 30 * 2048;

	private final OtaBench bench = new OtaBench();
	private final ProvisionedBoard device = bench.device;

	@Test
	void wrongFileNameIsRefusedWithoutErasing() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.file = "STM32H573I-DK_aws_ri.bin";
		device.load(2, device.image(1024, 9, ProvisionedBoard.OLD));
		runToFailure("aborted: 0xe4000000");
		assertEquals(0, erasures());
		assertEquals(1024, device.board.flash().programmedBytes(2));
		assertTrue(bench.served.isEmpty());
	}

	@Test
	void tooLargeAndTooSmallFilesAreRefused() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.fileSize = 0x100001;
		runToFailure("aborted: 0xe5000000");
		assertEquals(0, erasures());
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.updates.clear();
		bench.fileSize = 15;
		bench.notifyNext();
		bench.runUntilTerminal();
		assertEquals(failed("aborted: 0xe5000000"), bench.lastUpdate());
		assertEquals(0, erasures());
	}

	@Test
	void badSignatureErasesAfterTheDownload() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.signature = OtaBench.sign(new byte[] { 1 });
		runToFailure("0x000000e3: 0x00ffb200");
		assertEquals(2, erasures());
		assertEquals(0, device.board.flash().programmedBytes(2));
		assertTrue(device.logged(
				"OTA Image signature verification failed. ECP - The signature is not valid : <No-Low-Level-Code>."));
		assertTrue(device.logged("Failed to close the OTA file: Error=(OtaPalSignatureCheckFailed:0xe3ffb200) (ota.c:2747)"));
		assertTrue(device.logged("Received an OtaJobEventFail notification from OTA Agent. (ota_update_task.c:755)"));
		assertTrue(device.logged("Current State=[WaitingForJob], Event=[CloseFile], New state=[WaitingForJob]"));
		assertEquals(1, device.board.flash().activeBank());
	}

	@Test
	void rawSignatureIsRefused() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.signature = new byte[64];
		runToFailure("0x000000e3: 0x00ffb01e");
	}

	@Test
	void missingKeyFailsTheJob() {
		device.remove("/corePKCS11_CodeSignKey.dat");
		bench.offer(SIZE, ProvisionedBoard.NEW);
		runToFailure("0x000000e7: 0x00000000");
		assertTrue(device.logged("Failed to load OTA Signing public key."));
	}

	@Test
	void missingSignatureFailsTheJob() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.signature = new byte[0];
		runToFailure("0x000000e7: 0x00000000");
	}

	@Test
	void otherProtocolIsAborted() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.protocols = "[\"HTTP\"]";
		runToFailure("aborted: 0x0000000d");
	}

	@Test
	void malformedBlockEndsTheJobAtOnce() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.distort = message -> bench.served.size() == 5 ? new byte[] { 1, 2, 3 } : message;
		runToFailure("0x000000e0: 0x00000000");
		assertTrue(device.logged("Failed to decode MQTT file block: OTA_CBOR_Decode_GetStreamResponseMessage returned error."));
		assertTrue(device.logged("ingestDataBlock returned error: OtaErr_t=-8 (ota.c:1238)"));
	}

	@Test
	void blockOutOfRangeEndsTheJobAtOnce() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.distort = message -> bench.served.size() == 5 ? OtaBench.dataMessage(0, 30, 2048, new byte[2048]) : message;
		runToFailure("0x000000e0: 0x00000000");
		assertTrue(device.logged(
				"Block range check failed: Received a block outside of the expected range: Block index=30, Block size=2048"));
		assertTrue(device.logged("OtaErr_t=-7 (ota.c:1238)"));
	}

	@Test
	void aShortPayloadIsBelievedAndFailsOnlyAtTheSignature() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.distort = message -> bench.served.size() == 5
				? OtaBench.dataMessage(0, 4, 2048, Arrays.copyOfRange(bench.image, 4 * 2048, 4 * 2048 + 100))
				: message;
		runToFailure("0x000000e3: 0x00ffb200");
	}

	@Test
	void sameVersionIsRevertedAndReportedByTheOldImage() {
		bench.offer(SIZE, ProvisionedBoard.OLD);
		runToFailure("rejected: 0x00000010");
		assertEquals(1, device.board.flash().activeBank());
		assertEquals(List.of("ready"), selfTests());
		assertEquals(4, bootCount());
		assertFalse(device.exists("/ota/image_state"));
		assertTrue(device.board.flash().programmedBytes(2) > 0, "the new image stays in the other bank");
		assertTrue(device.logged("OTA Self-test failed for new image. shutting down OTA Agent."));
	}

	@Test
	void lowerVersionEndsTheSameWay() {
		bench.offer(SIZE, new FirmwareVersion(0, 9, 0));
		runToFailure("rejected: 0x00000010");
		assertTrue(device.logged("Application version of the new image is lower than the current image"));
		assertEquals(1, device.board.flash().activeBank());
	}

	@Test
	void resetBeforeActiveRevertsAndErases() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntilLogged("Ending State: New Image Booted.");
		device.run(1_000);
		device.board.reset(ResetCause.PIN);
		bench.runUntilTerminal();
		assertEquals(failed("rejected: 0x00000010"), bench.lastUpdate());
		assertTrue(device.logged("Detected a watchdog reset during first boot of new image. Reverting to bank: 1"));
		assertEquals(1, device.board.flash().activeBank());
		assertEquals(0, device.board.flash().programmedBytes(2));
	}

	@Test
	void resetAfterActiveLooksLikeADowngrade() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntil(() -> bench.details.contains("active"));
		device.board.reset(ResetCause.PIN);
		bench.runUntilTerminal();
		assertEquals(failed("rejected: 0x0000000f"), bench.lastUpdate());
	}

	@Test
	void selfTestWithoutJobTimesOutAndReverts() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntilLogged("Ending State: New Image Booted.");
		bench.answerGet = false;
		device.runUntilLogged("Self test failed to complete within 60000ms (ota.c:645)");
		bench.answerGet = true;
		bench.runUntilTerminal();
		assertEquals(failed("rejected: 0x00000010"), bench.lastUpdate());
		assertEquals(0, device.board.flash().programmedBytes(2));
		assertTrue(states().containsAll(List.of(PalState.SELF_TEST_FAILED, PalState.REJECTED)));
	}

	@Test
	void resetDuringDownloadStartsAgainFromBlockZero() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntilLogged("Block index=9,");
		device.board.reset(ResetCause.PIN);
		bench.runUntilTerminal();
		assertEquals("SUCCEEDED", bench.status);
		assertTrue(bench.served.stream().filter(each -> each == 0).count() == 2);
	}

	@Test
	void lostBrokerDuringDownloadIsReconnected() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntilLogged("Block index=9,");
		device.broker.drop();
		bench.runUntilTerminal();
		assertEquals("SUCCEEDED", bench.status);
		assertTrue(device.logged("Resuming persistent MQTT Session."));
	}

	/** AWS takes eight filters a packet; the connection ends, and the next one resumes a session that knows no filter. */
	@Test
	void nineFiltersInOnePacketCostTheConnectionAndThenTheTask() {
		OtaBench limited = lostDuringDownload(new OtaBench());
		limited.device.run(60_000);
		assertEquals(List.of(9), limited.device.broker.subscribed.stream().map(List::size).filter(each -> each > 1).toList());
		assertEquals(3, limited.device.broker.requests.size());
		assertTrue(limited.device.logged("[MQTTAgent ] Non-fatal assertion failed."));
		limited.device.board.reset(ResetCause.PIN);
		limited.runUntilTerminal();
		assertEquals("SUCCEEDED", limited.status);
	}

	@Test
	void withTheLaterReleaseADirectAnswerIsEnough() {
		OtaBench limited = lostDuringDownload(new OtaBench(options -> options.with(FirmwareSwitch.SESSION_PRESENT_DEADLOCK, false)));
		limited.runUntilTerminal();
		assertEquals("SUCCEEDED", limited.status);
		assertEquals(3 + 1, limited.device.broker.requests.size());
	}

	private static OtaBench lostDuringDownload(OtaBench bench) {
		bench.device.broker.maxFilters = 8;
		bench.device.broker.keepsSessions = true;
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		bench.device.runUntilLogged("Block index=9,");
		bench.device.broker.drop();
		return bench;
	}

	@Test
	void withoutBlocksTheMomentumEndsTheAgent() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.serveBlocks = false;
		bench.boot();
		device.runUntilLogged("OTA agent task stopped. Exiting OTA demo. (ota_update_task.c:1482)");
		device.run(1_000);
		assertEquals(failed("aborted: 0x00000000"), bench.lastUpdate());
		assertEquals(32, bench.blockRequests.size());
		assertTrue(device.logged("OTA Agent is shutting down. (ota.c:1352)"));
		assertTrue(device.broker.unsubscribed.contains("$aws/things/+/jobs/$next/get/#"));
	}

	@Test
	void anyJobMessageDuringADownloadStartsItAnew() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.boot();
		device.runUntilLogged("Block index=9,");
		bench.notifyEmpty();
		bench.runUntilTerminal();
		assertEquals("SUCCEEDED", bench.status);
		assertEquals(2, device.broker.publishedTo("$next/get").size() - 1);
		assertEquals(2, erasures() - 1);
	}

	@Test
	void aJobThatIsNoUpdateIsAnsweredFailed() {
		bench.boot();
		device.broker.deliver("$aws/things/my_thing_name/jobs/notify-next",
				"{\"execution\":{\"jobId\":\"" + OtaBench.JOB + "\",\"jobDocument\":{\"reboot\":true}}}");
		device.run(2_000);
		// one message, two registrations, two events
		assertEquals(List.of(failed("0x0000000c: 0x00000004"), failed("0x0000000c: 0x00000004")), bench.updates);
		assertTrue(device.logged("Failed to parse the job document after parsing the job name: "
				+ "OtaJobParseErr_t=OtaJobParseErrNonConformingJobDoc, Job name=" + OtaBench.JOB));
	}

	@Test
	void noJobIsNoFault() {
		bench.boot();
		device.run(500);
		assertTrue(device.logged("No active job available in received job document: OtaJobParseErr_t=OtaJobParseErrNoActiveJobs"));
		assertTrue(device.logged("Received an unhandled callback event from OTA Agent, event = 8"));
		assertTrue(device.logged("Current State=[WaitingForJob], Event=[ReceivedJobDocument], New state=[CreatingFile]"));
		assertTrue(device.logged("OTA Timer handle NULL for Timerid=0, can't stop. (ota_os_freertos.c:311)"));
	}

	@Test
	void aNewJobWithASelfTestKeyIsTakenForASelfTest() {
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.details = "{\"self_test\":\"no\"}";
		runToFailure("rejected: 0xe8000000");
		assertEquals(0, erasures());
	}

	@Test
	void garbageOnTheTopicsNeverStopsTheDevice() {
		bench.boot();
		Random random = new Random(4711);
		for (int i = 0; i < 200; i++) {
			byte[] noise = new byte[random.nextInt(300)];
			random.nextBytes(noise);
			device.broker.deliver("$aws/things/my_thing_name/jobs/notify-next", noise, 0);
			device.run(60);
		}
		device.run(1_000);
		assertTrue(device.board.running());
		bench.offer(SIZE, ProvisionedBoard.NEW);
		bench.notifyNext();
		bench.runUntilTerminal();
		assertEquals("SUCCEEDED", bench.status);
	}

	private void runToFailure(String reason) {
		bench.boot();
		bench.runUntilTerminal();
		assertEquals(failed(reason), bench.lastUpdate());
	}

	private long erasures() {
		return device.allOfBoard(BoardEvent.BankErased.class).size();
	}

	private long bootCount() {
		return device.count("HW Init Complete");
	}

	private List<PalState> states() {
		return device.all(FirmwareEvent.PalStateChanged.class).stream().map(FirmwareEvent.PalStateChanged::state).toList();
	}

	private List<String> selfTests() {
		return bench.updates.stream().filter(each -> each.contains("self_test"))
				.map(each -> each.replaceAll(".*\"self_test\":\"(\\w+)\".*", "$1")).toList();
	}

	private static String failed(String reason) {
		return "{\"status\":\"FAILED\",\"statusDetails\":{\"reason\":\"" + reason + "\"}}";
	}
}
