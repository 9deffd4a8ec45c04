/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.function.Consumer;

import dev.bankswap.firmware.FirmwareContext;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.kernel.Task;
import dev.bankswap.firmware.log.Logger;
import dev.bankswap.formats.FirmwareVersion;

/**
 * What the handlers of the agent share ({@code otaAgent} in {@code ota.c}): the active job, its file, the counters, and the
 * operations that several of them use. Operations that publish end later; they tell their caller then.
 */
final class AgentContext {

	static final long REQUEST_WAIT_MS = 10_000;
	static final int MAX_MOMENTUM = 32;
	static final int BLOCKS_PER_REQUEST = 2;

	private static final int STATUS_FREQUENCY = 25;

	final FirmwareContext firmware;
	final Task task;
	final Logger log;
	final OtaPal pal;
	final OtaTransport transport;
	final OtaApplication application;
	final Consumer<OtaEvent> signal;
	final OtaTimer requestTimer;
	final OtaTimer selfTestTimer;
	final OtaStatistics statistics = new OtaStatistics();

	/** The last job document; it stays after the job is over. */
	JobDocument file = JobDocument.NONE;
	BlockBitmap bitmap = new BlockBitmap(0);
	OtaImageState imageState = OtaImageState.UNKNOWN;
	/** Id of the job that updates are reported for; empty if none. */
	String activeJob = "";
	long serverFileId;
	int momentum;
	int blocksToReceive;
	boolean dataInterfaceSet;

	AgentContext(FirmwareContext firmware, Task task, OtaTransport transport, OtaApplication application,
			Consumer<OtaEvent> signal, OtaTimer requestTimer, OtaTimer selfTestTimer) {
		this.firmware = firmware;
		this.task = task;
		this.log = firmware.log();
		this.pal = firmware.otaPal();
		this.transport = transport;
		this.application = application;
		this.signal = signal;
		this.requestTimer = requestTimer;
		this.selfTestTimer = selfTestTimer;
	}

	boolean platformInSelfTest() {
		return pal.getPlatformImageState() == PlatformImageState.PENDING_COMMIT;
	}

	FirmwareVersion ownVersion() {
		return firmware.version();
	}

	void publish(FirmwareEvent event) {
		firmware.events().publish(event);
	}

	long now() {
		return firmware.board().scheduler().now();
	}

	void startRequestTimer() {
		requestTimer.start(REQUEST_WAIT_MS);
	}

	/** Reports the progress, but only at the first block and every so many blocks. */
	void reportProgress(Consumer<OtaError> done) {
		int received = bitmap.total() - bitmap.remaining();
		if (received == 1 || received % STATUS_FREQUENCY == 0) {
			report(JobStatusMessage.receiving(received, bitmap.total()), 0, done);
		} else {
			done.accept(OtaError.NONE);
		}
	}

	void report(byte[] message, int qos, Consumer<OtaError> done) {
		transport.updateStatus(activeJob, message, qos, done);
	}

	/** Sets the image state in the PAL and reports it; a PAL that refuses turns anything but an abort into a rejection. */
	void setImageState(OtaImageState wanted, int reason, Consumer<OtaError> done) {
		if (wanted == OtaImageState.REJECTED) {
			publish(new FirmwareEvent.SelfTest(now(), false));
		}
		int status = pal.setPlatformImageState(wanted);
		boolean overridden = !PalStatus.success(status) && wanted != OtaImageState.ABORTED;
		imageState = overridden ? OtaImageState.REJECTED : wanted;
		int shown = overridden && reason == 0 ? status : reason;
		Consumer<OtaError> finished = error -> {
			if (error != OtaError.NONE) {
				log.warn(OtaAgent.SOURCE, 760,
						"Failed to set image state with reason: OtaErr_t=%s, OtaPalStatus_t=%s, state=%d, reason=%d", error.text(),
						PalStatus.text(status), wanted.number(), reason);
			}
			done.accept(error);
		};
		if (activeJob.isEmpty()) {
			finished.accept(OtaError.NO_ACTIVE_JOB);
		} else {
			reportImageState(shown, finished);
		}
	}

	/** Gives the file up: leaves the stream and closes the PAL's file. */
	void closeFile(Runnable done) {
		cleanupData(() -> {
			pal.abort();
			file = JobDocument.NONE;
			done.run();
		});
	}

	void cleanupData(Runnable done) {
		if (dataInterfaceSet && !file.stream().isEmpty()) {
			transport.cleanupData(file.stream(), done);
		} else {
			done.run();
		}
	}

	private void reportImageState(int reason, Consumer<OtaError> done) {
		if (imageState == OtaImageState.TESTING) {
			report(JobStatusMessage.selfTest("active", ownVersion()), 1, done);
			return;
		}
		byte[] message = switch (imageState) {
		case ACCEPTED -> JobStatusMessage.accepted(ownVersion(), FirmwareVersion.ofWord(file.updatedBy()));
		case REJECTED -> JobStatusMessage.failed("rejected", reason);
		default -> JobStatusMessage.failed("aborted", reason);
		};
		report(message, 1, error -> {
			activeJob = "";
			done.accept(error);
		});
	}
}
