/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.bankswap.board.ResetCause;
import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.TestBoard;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.net.ProvisionedBoard;
import dev.bankswap.firmware.pki.EcKeys;
import dev.bankswap.formats.ImageState;
import dev.bankswap.formats.PalState;
import dev.bankswap.testing.NoErrorLogged;

/** The transition list of the PAL, on a board without application tasks. Work is done in a task, because a reset ends it. */
@ExtendWith(NoErrorLogged.class)
class OtaPalTest {

	private static final int SUCCESS = 0;
	private static final byte[] IMAGE = newImage();

	private final TestBoard device = TestBoard.consoleOnly().boot();

	@Test
	void createErasesTheInactiveBankAndDeletesTheContext() {
		context().fileSystem().write(ImageStateFile.PATH, new ImageState(PalState.READY, 2).encode());
		device.board().flash().loadImage(2, IMAGE);
		assertEquals(SUCCESS, pal().createFileForRx(OtaPal.FILE_NAME, IMAGE.length));
		assertEquals(PalState.FILE_OPEN, pal().state());
		assertEquals(0, device.board().flash().programmedBytes(2));
		assertFalse(context().fileSystem().exists(ImageStateFile.PATH));
	}

	@Test
	void createRefuses() {
		assertEquals(0xe5000000, pal().createFileForRx(OtaPal.FILE_NAME, 15));
		assertEquals(0xe5000000, pal().createFileForRx("other", 0x100001));
		assertEquals(0xe4000000, pal().createFileForRx("stm32h573i-dk_aws.bin", 100));
		assertEquals(PalState.READY, pal().state());
		assertEquals(SUCCESS, pal().createFileForRx(OtaPal.FILE_NAME, 100));
		assertEquals(0xe4000000, pal().createFileForRx(OtaPal.FILE_NAME, 100));
	}

	@Test
	void writingPadsToAQuadWordAndChecksTheRange() {
		pal().createFileForRx(OtaPal.FILE_NAME, 20);
		assertEquals(20, pal().writeBlock(0, Arrays.copyOf(IMAGE, 20), 20));
		byte[] wanted = new byte[32];
		Arrays.fill(wanted, (byte) 0xFF);
		System.arraycopy(IMAGE, 0, wanted, 0, 20);
		assertArrayEquals(wanted, device.board().flash().readBank(2, 0, 32));
		assertEquals(32, device.board().flash().programmedBytes(2));
		assertEquals(-1, pal().writeBlock(16, IMAGE, 16));
	}

	@Test
	void writingNeedsAnOpenFile() {
		assertEquals(-1, pal().writeBlock(0, IMAGE, 0));
		assertTrue(logged("Invalid PAL State. otaPal_WriteBlock may only occur when file is open."));
	}

	@Test
	void goodSignatureLeadsToPendingActivation() {
		assertEquals(SUCCESS, download(OtaBench.sign(IMAGE)));
		assertEquals(PalState.PENDING_ACTIVATION, pal().state());
	}

	@Test
	void badSignatureLeadsToRejectedAndAnErasedBank() {
		assertEquals(0xe3ffb200, download(OtaBench.sign(new byte[] { 1 })));
		assertEquals(PalState.REJECTED, pal().state());
		assertEquals(0, device.board().flash().programmedBytes(2));
		assertEquals(SUCCESS, pal().createFileForRx(OtaPal.FILE_NAME, 100));
	}

	@Test
	void closingWithoutSignatureOrFileFails() {
		assertEquals(0xe7000000, download(new byte[0]));
		assertEquals(0xee000000, close(new byte[0]));
	}

	@Test
	void fileOpenAbortedIsReadyAndErased() {
		pal().createFileForRx(OtaPal.FILE_NAME, IMAGE.length);
		pal().writeBlock(0, IMAGE, 16);
		assertEquals(SUCCESS, pal().abort());
		assertEquals(PalState.READY, pal().state());
		assertEquals(0, device.board().flash().programmedBytes(2));
	}

	@Test
	void activationSwapsAndTheNewImageIsBooted() {
		activate();
		assertEquals(2, device.board().flash().activeBank());
		assertEquals(PalState.NEW_IMAGE_BOOTED, pal().state());
		assertState(5, 2);
		assertEquals(List.of(PalState.READY, PalState.FILE_OPEN, PalState.PENDING_ACTIVATION, PalState.PENDING_SELF_TEST,
				PalState.PENDING_SELF_TEST, PalState.NEW_IMAGE_BOOTED), states());
		assertTrue(logged("Selecting Bank #2."));
		assertTrue(logged("Option Byte Launch in progress."));
		assertTrue(logged("Reset Source: 0x14000000 : SFTRSTF: software system reset with pin reset."));
	}

	@Test
	void activationNeedsAVerifiedImage() {
		assertEquals(0xec000000, pal().activateNewImage());
		assertEquals(PalState.READY, pal().state());
	}

	@Test
	void swapThatDidNotTakeIsRejected() {
		device.board().flash().loadImage(2, IMAGE);
		bootWith(new ImageState(PalState.PENDING_SELF_TEST, 2));
		assertEquals(PalState.REJECTED, pal().state());
		assertFalse(context().fileSystem().exists(ImageStateFile.PATH));
		assertEquals(0, device.board().flash().programmedBytes(2));
	}

	@Test
	void acceptedImageStays() {
		activate();
		assertEquals(SUCCESS, pal().setPlatformImageState(OtaImageState.TESTING));
		assertEquals(SUCCESS, pal().setPlatformImageState(OtaImageState.ACCEPTED));
		assertEquals(PalState.ACCEPTED, pal().state());
		assertFalse(context().fileSystem().exists(ImageStateFile.PATH));
		assertEquals(SUCCESS, pal().setPlatformImageState(OtaImageState.ACCEPTED));
		assertEquals(PlatformImageState.VALID, pal().getPlatformImageState());
		device.board().reset(ResetCause.PIN);
		device.console().run(1000);
		assertEquals(PalState.READY, pal().state());
		assertEquals(2, device.board().flash().activeBank());
	}

	@Test
	void acceptedCanReceiveTheNextImage() {
		activate();
		pal().setPlatformImageState(OtaImageState.ACCEPTED);
		assertEquals(SUCCESS, pal().createFileForRx(OtaPal.FILE_NAME, 100));
		assertEquals(0, device.board().flash().programmedBytes(1));
	}

	@Test
	void resetRequestInAcceptedSwapsBackToTheOldImage() {
		activate();
		pal().setPlatformImageState(OtaImageState.ACCEPTED);
		inTask(() -> pal().resetDevice());
		assertEquals(1, device.board().flash().activeBank());
		assertEquals(PalState.READY, pal().state());
	}

	@Test
	void rejectionByTheLibraryKeepsTheImageAndBootsReady() {
		activate();
		inTask(() -> pal().setPlatformImageState(OtaImageState.REJECTED));
		assertEquals(1, device.board().flash().activeBank());
		assertEquals(PalState.READY, pal().state());
		assertTrue(device.board().flash().programmedBytes(2) > 0);
		assertFalse(context().fileSystem().exists(ImageStateFile.PATH));
	}

	@Test
	void resetByThePalErasesTheImageAtTheNextBoot() {
		activate();
		inTask(() -> pal().resetDevice());
		assertEquals(1, device.board().flash().activeBank());
		assertEquals(PalState.REJECTED, pal().state());
		assertEquals(0, device.board().flash().programmedBytes(2));
	}

	@Test
	void anyOtherResetOfTheNewImageReverts() {
		for (ResetCause cause : List.of(ResetCause.WATCHDOG, ResetCause.PIN, ResetCause.SOFTWARE)) {
			activate();
			device.board().reset(cause);
			device.console().run(3000);
			assertEquals(1, device.board().flash().activeBank());
			assertEquals(PalState.REJECTED, pal().state());
			assertEquals(0, device.board().flash().programmedBytes(2));
			device.board().reset(ResetCause.PIN);
			device.console().run(1000);
			assertEquals(PalState.READY, pal().state());
		}
		assertTrue(logged("Detected a watchdog reset during first boot of new image. Reverting to bank: 1"));
	}

	@Test
	void erroneousContextOnTheActiveBankIsAnAssertion() {
		bootWith(new ImageState(PalState.SELF_TEST_FAILED, 1));
		assertTrue(logged("<ASR>"));
		device.console().run(12_000);
		assertTrue(logged("IWDGRSTF: independent watchdog with pin reset"));
	}

	@Test
	void unreadableContextMeansDefaults() {
		context().fileSystem().write(ImageStateFile.PATH, new byte[5]);
		device.board().reset(ResetCause.PIN);
		device.console().run(1000);
		assertEquals(PalState.READY, pal().state());
		assertTrue(logged(" Failed to read OTA image context from file: /ota/image_state, rc: "));
	}

	@Test
	void requestsThatDoNotFitTheStateAreRefused() {
		assertEquals(0xeb000000, pal().setPlatformImageState(OtaImageState.ACCEPTED));
		assertEquals(0xe8000000, pal().setPlatformImageState(OtaImageState.REJECTED));
		assertEquals(0xe8000000, pal().setPlatformImageState(OtaImageState.TESTING));
		assertEquals(SUCCESS, pal().setPlatformImageState(OtaImageState.ABORTED));
		assertEquals(PlatformImageState.INVALID, pal().getPlatformImageState());
		assertEquals(0xe8000000, pal().setPlatformImageState(OtaImageState.UNKNOWN));
		assertEquals(PalState.INVALID, pal().state());
		assertEquals(0xe9000000, pal().setPlatformImageState(OtaImageState.ABORTED));
		assertEquals(PalState.READY, pal().state());
	}

	@Test
	void abortOfAVerifiedImageErasesIt() {
		download(OtaBench.sign(IMAGE));
		assertEquals(SUCCESS, pal().abort());
		assertEquals(PalState.READY, pal().state());
		assertEquals(0, device.board().flash().programmedBytes(2));
	}

	@Test
	void abortOfARunningNewImageChangesNothing() {
		activate();
		assertEquals(SUCCESS, pal().abort());
		assertEquals(PalState.NEW_IMAGE_BOOTED, pal().state());
		assertState(5, 2);
	}

	private void activate() {
		assertEquals(SUCCESS, download(OtaBench.sign(IMAGE)));
		inTask(() -> pal().activateNewImage());
	}

	private int download(byte[] signature) {
		context().pki().store("ota_signer_pub", EcKeys.subjectPublicKeyInfo(EcKeys.point(ProvisionedBoard.SIGNER)));
		assertEquals(SUCCESS, pal().createFileForRx(OtaPal.FILE_NAME, IMAGE.length));
		assertEquals(IMAGE.length, pal().writeBlock(0, IMAGE, IMAGE.length));
		return close(signature);
	}

	private int close(byte[] signature) {
		List<Integer> status = new ArrayList<>();
		inTask(() -> pal().closeFile(context().kernel().createTask("T", 3, 1), signature, "ota_signer_pub", status::add));
		return status.get(0);
	}

	private void bootWith(ImageState state) {
		context().fileSystem().write(ImageStateFile.PATH, state.encode());
		device.board().reset(ResetCause.PIN);
		device.console().run(1500);
	}

	private void assertState(int state, int bank) {
		byte[] content = context().fileSystem().read(ImageStateFile.PATH).orElseThrow();
		assertEquals(state, content[0]);
		assertEquals(bank, content[4]);
	}

	/** A PAL call may reset the board, which ends the calling piece of work. */
	private void inTask(Runnable work) {
		Task task = context().kernel().createTask("Caller", 3, 512);
		task.run(work);
		device.console().run(3000);
	}

	private FirmwareContext context() {
		return device.context();
	}

	private OtaPal pal() {
		return context().otaPal();
	}

	private List<PalState> states() {
		return device.events().stream().filter(FirmwareEvent.PalStateChanged.class::isInstance)
				.map(each -> ((FirmwareEvent.PalStateChanged) each).state()).toList();
	}

	private boolean logged(String part) {
		return device.events().stream()
				.anyMatch(each -> each instanceof FirmwareEvent.LogLine line && line.text().contains(part));
	}

	private static byte[] newImage() {
		byte[] image = new byte[2000];
		new Random(3).nextBytes(image);
		System.arraycopy(TestBoard.image(), 0, image, 0, 8);
		return image;
	}
}
