/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.Optional;
import java.util.function.IntConsumer;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.formats.ImageState;
import dev.bankswap.formats.PalState;

/**
 * The platform layer of the OTA agent, which swaps the banks (mirrors {@code ota_pal_stm32_ntz.c} of the STM32H5). Results
 * are status words, see {@link PalStatus}. Its source lines are not public; the line numbers in its log lines are made up.
 */
public final class OtaPal {

	static final String SOURCE = "ota_pal_stm32_ntz.c";

	/** The only file name that a job may carry. */
	static final String FILE_NAME = "STM32H573I-DK_aws.bin";

	private static final int NO_BANK = 0;

	private final FirmwareContext context;
	private final Logger log;
	private final ImageFlash flash;
	private final ImageStateFile nv;

	private PalState state = PalState.NOT_INITIALIZED;
	private int targetBank;
	private int pendingBank;
	private int imageSize;

	/**
	 * Creates the layer for one boot.
	 *
	 * @param context the running firmware
	 */
	public OtaPal(FirmwareContext context) {
		this.context = context;
		this.log = context.log();
		this.flash = new ImageFlash(context.board(), log, context.assertions());
		this.nv = new ImageStateFile(context.fileSystem(), log);
	}

	/** Looks at the stored image state as early as the file system allows; may reset the board and then does not return. */
	public void earlyInit() {
		Optional<ImageState> stored = nv.read();
		PalState loaded = stored.map(each -> each.palState().orElse(PalState.INVALID)).orElse(PalState.READY);
		targetBank = stored.map(ImageState::targetBank).orElse(NO_BANK);
		pendingBank = NO_BANK;
		enter(loaded);
		log.sys(SOURCE, 640, "OTA EarlyInit: State: %s, Current Bank: %d, Target Bank: %d.", state.text(), flash.activeBank(),
				targetBank);
		switch (loaded) {
		case PENDING_SELF_TEST -> firstBootAfterSwap();
		case NEW_IMAGE_BOOTED -> revertUnprovenImage();
		case WATCHDOG_RESET, SELF_TEST_FAILED -> discardTarget();
		default -> assertNothingToDo();
		}
		log.sys(SOURCE, 720, "OTA EarlyInit: Ending State: %s.", state.text());
	}

	/**
	 * Returns the image state.
	 *
	 * @return the state
	 */
	public PalState state() {
		return state;
	}

	/** Prepares the inactive bank for an image; on success it is erased. */
	int createFileForRx(String fileName, long size) {
		if (state == PalState.ACCEPTED || state == PalState.REJECTED) {
			enter(PalState.READY);
		}
		log.info(SOURCE, 745, "CreateFileForRx: xPalState: %s", state.text());
		if (size > ImageFlash.MAX_SIZE || size < ImageFlash.MIN_SIZE) {
			return PalStatus.RX_FILE_TOO_LARGE.word();
		}
		if (!FILE_NAME.equals(fileName)) {
			return PalStatus.RX_FILE_CREATE_FAILED.word();
		}
		if (state != PalState.READY) {
			log.error(SOURCE, 768, "OTA PAL context is NULL or not in the OTA_PAL_READY state.");
			return PalStatus.RX_FILE_CREATE_FAILED.word();
		}
		if (!flash.erase(ImageFlash.other(flash.activeBank()))) {
			return PalStatus.RX_FILE_CREATE_FAILED.word();
		}
		targetBank = ImageFlash.other(flash.activeBank());
		pendingBank = flash.activeBank();
		imageSize = (int) size;
		enter(PalState.FILE_OPEN);
		return nv.delete() ? PalStatus.SUCCESS.word() : PalStatus.BOOT_INFO_CREATE_FAILED.word();
	}

	/** Tells whether a file is open for {@link #writeBlock(int, byte[], int)}. */
	boolean fileOpen() {
		return state == PalState.FILE_OPEN;
	}

	/** Writes bytes of the image; returns their number, or -1. */
	int writeBlock(int offset, byte[] data, int length) {
		if (offset + length > imageSize) {
			log.error(SOURCE, 812, "Offset and blockSize exceeds image size");
			return -1;
		}
		if (state != PalState.FILE_OPEN) {
			log.error(SOURCE, 817, "Invalid PAL State. otaPal_WriteBlock may only occur when file is open.");
			return -1;
		}
		return flash.write(offset, data, length) ? length : -1;
	}

	/**
	 * Checks the signature of the complete image. That takes its time, during which other tasks run.
	 *
	 * @param task      the calling task
	 * @param signature ECDSA signature in DER
	 * @param keyLabel  label of the public key
	 * @param done      told the status word
	 */
	void closeFile(Task task, byte[] signature, String keyLabel, IntConsumer done) {
		if (state != PalState.FILE_OPEN) {
			done.accept(PalStatus.FILE_CLOSE.word());
		} else if (signature.length == 0) {
			closed(PalStatus.BAD_SIGNER_CERT.word(), done);
		} else {
			new ImageVerifier(context, flash, task).verify(imageSize, signature, keyLabel, status -> closed(status, done));
		}
	}

	/** Swaps the banks and resets; returns only if that failed. */
	int activateNewImage() {
		log.info(SOURCE, 905, "ActivateNewImage xPalState: %s", state.text());
		if (state != PalState.PENDING_ACTIVATION) {
			return PalStatus.ACTIVATE_FAILED.word();
		}
		pendingBank = targetBank;
		enter(PalState.PENDING_SELF_TEST);
		return resetDevice();
	}

	/** Resets the device in the way that the state demands; returns only if that failed. */
	int resetDevice() {
		log.sys(SOURCE, 930, "OTA PAL reset request received. xPalState: %s", state.text());
		PalStatus failure = prepareReset();
		if (failure != PalStatus.SUCCESS) {
			return failure.word();
		}
		if (pendingBank != NO_BANK && pendingBank != flash.activeBank()) {
			log.sys(SOURCE, 992, "Selecting Bank #%d.", pendingBank);
			if (!flash.select(pendingBank)) {
				log.error(SOURCE, 996, "Failed to select bank.");
				return PalStatus.ACTIVATE_FAILED.word();
			}
		}
		context.reset();
		log.error(SOURCE, 1012, "System reset failed");
		return PalStatus.ACTIVATE_FAILED.word();
	}

	/** Tells the layer what the agent thinks of the image. */
	int setPlatformImageState(OtaImageState wanted) {
		log.info(SOURCE, 1040, "SetPlatformImageState: %s, %s", wanted.text(), state.text());
		return switch (wanted) {
		case ACCEPTED -> accept();
		case REJECTED -> reject();
		case TESTING -> state == PalState.NEW_IMAGE_BOOTED ? PalStatus.SUCCESS.word() : PalStatus.BAD_IMAGE_STATE.word();
		case ABORTED -> abortImage();
		default -> unknownImageState();
		};
	}

	/** Tells the agent what the layer thinks of the image. */
	PlatformImageState getPlatformImageState() {
		PlatformImageState shown = PlatformImageState.of(state);
		log.info(SOURCE, 1130, "GetPlatformImageState: %s: %s", shown.text(), state.text());
		return shown;
	}

	/** Gives the file up. */
	int abort() {
		return setPlatformImageState(OtaImageState.ABORTED);
	}

	private void firstBootAfterSwap() {
		if (targetBank == flash.activeBank()) {
			enter(PalState.NEW_IMAGE_BOOTED);
			nv.write(new ImageState(state, targetBank));
		} else {
			discardTarget();
		}
	}

	private void revertUnprovenImage() {
		enter(PalState.WATCHDOG_RESET);
		pendingBank = ImageFlash.other(targetBank);
		nv.write(new ImageState(state, targetBank));
		log.error(SOURCE, 676, "Detected a watchdog reset during first boot of new image. Reverting to bank: %d", pendingBank);
		resetDevice();
	}

	private void discardTarget() {
		nv.delete();
		flash.erase(targetBank);
		enter(PalState.REJECTED);
	}

	private void assertNothingToDo() {
		assert pendingBank == NO_BANK : "a bank is pending after boot";
	}

	private void closed(int status, IntConsumer done) {
		if (PalStatus.success(status)) {
			enter(PalState.PENDING_ACTIVATION);
		} else {
			setPlatformImageState(OtaImageState.REJECTED);
		}
		done.accept(status);
	}

	/** Does what must happen before the reset, and decides which bank is to start. */
	private PalStatus prepareReset() {
		switch (state) {
		case NEW_IMAGE_BOOTED:
			enter(PalState.SELF_TEST_FAILED);
			if (!nv.write(new ImageState(state, targetBank))) {
				log.error(SOURCE, 944, "Failed to write to NV context.");
				return PalStatus.REJECT_FAILED;
			}
			pendingBank = ImageFlash.other(targetBank);
			return PalStatus.SUCCESS;
		case PENDING_SELF_TEST:
			pendingBank = targetBank;
			return nv.write(new ImageState(state, targetBank)) ? PalStatus.SUCCESS : PalStatus.ACTIVATE_FAILED;
		case WATCHDOG_RESET:
			return PalStatus.SUCCESS;
		case SELF_TEST_FAILED:
			pendingBank = ImageFlash.other(targetBank);
			nv.delete();
			return PalStatus.SUCCESS;
		default:
			pendingBank = targetBank == NO_BANK ? NO_BANK : ImageFlash.other(targetBank);
			return PalStatus.SUCCESS;
		}
	}

	private int accept() {
		if (state == PalState.NEW_IMAGE_BOOTED) {
			if (!nv.delete()) {
				log.error(SOURCE, 1052, "Failed to delete NV context file.");
				return PalStatus.COMMIT_FAILED.word();
			}
			enter(PalState.ACCEPTED);
			return PalStatus.SUCCESS.word();
		}
		return state == PalState.ACCEPTED ? PalStatus.SUCCESS.word() : PalStatus.COMMIT_FAILED.word();
	}

	private int reject() {
		switch (state) {
		case NEW_IMAGE_BOOTED, PENDING_SELF_TEST:
			enter(PalState.SELF_TEST_FAILED);
			return resetDevice();
		case SELF_TEST_FAILED, PENDING_ACTIVATION, FILE_OPEN:
			boolean erased = eraseTarget();
			enter(PalState.REJECTED);
			return erased ? PalStatus.SUCCESS.word() : PalStatus.REJECT_FAILED.word();
		case WATCHDOG_RESET, REJECTED:
			return PalStatus.SUCCESS.word();
		default:
			return PalStatus.BAD_IMAGE_STATE.word();
		}
	}

	private int abortImage() {
		switch (state) {
		case READY, REJECTED, ACCEPTED, SELF_TEST_FAILED:
			return PalStatus.SUCCESS.word();
		case NEW_IMAGE_BOOTED:
			pendingBank = ImageFlash.other(targetBank);
			return PalStatus.SUCCESS.word();
		case FILE_OPEN, PENDING_ACTIVATION, PENDING_SELF_TEST, WATCHDOG_RESET:
			boolean erased = eraseTarget();
			if (!erased) {
				log.error(SOURCE, 1101, "Failed to erase inactive bank.");
			}
			enter(PalState.READY);
			return erased ? PalStatus.SUCCESS.word() : PalStatus.BAD_IMAGE_STATE.word();
		default:
			enter(PalState.READY);
			return PalStatus.ABORT_FAILED.word();
		}
	}

	private int unknownImageState() {
		enter(PalState.INVALID);
		return PalStatus.BAD_IMAGE_STATE.word();
	}

	private boolean eraseTarget() {
		return flash.erase(targetBank) & nv.delete();
	}

	private void enter(PalState next) {
		if (state != next) {
			state = next;
			context.events().publish(new FirmwareEvent.PalStateChanged(context.board().scheduler().now(), next));
		}
	}
}
