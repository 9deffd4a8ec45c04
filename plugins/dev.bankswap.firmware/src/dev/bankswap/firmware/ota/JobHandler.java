/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.Optional;
import java.util.function.Consumer;

import dev.bankswap.firmware.log.Logger;
import dev.bankswap.formats.FirmwareVersion;

/** Handles a job message: decides whether it starts an update, the self-test of a new image, or nothing. */
final class JobHandler {

	private static final String SOURCE = OtaAgent.SOURCE;
	private static final int MAX_JOB_ID = 72;
	private static final long MAX_FILE_SIZE = 16L << 20;

	private final AgentContext agent;
	private final Logger log;

	JobHandler(AgentContext agent) {
		this.agent = agent;
		this.log = agent.log;
	}

	/** Processes a message and tells the agent's error. */
	void process(byte[] message, Consumer<OtaError> done) {
		Consumer<OtaError> finished = error -> {
			agent.application.processed();
			done.accept(error);
		};
		try {
			start(new JobDocumentParser(log).parse(message), finished);
		} catch (JobDocumentException unusable) {
			// no OTA job that this firmware can read; it may be one for the application
			customJob(message, finished);
		}
	}

	private void customJob(byte[] message, Consumer<OtaError> done) {
		Optional<String> jobId = JobDocumentParser.customJobId(message);
		if (jobId.isEmpty()) {
			noFile(JobParseError.NO_ACTIVE_JOBS, "", done);
			return;
		}
		if (!jobId.get().isEmpty() && jobId.get().length() <= MAX_JOB_ID) {
			agent.activeJob = jobId.get();
			agent.application.unhandled(5);
		}
		noFile(JobParseError.NON_CONFORMING, jobId.get(), done);
	}

	private void start(JobDocument job, Consumer<OtaError> done) {
		if (job.fileSize() == 0) {
			log.error(SOURCE, 2220, "Parameter check failed: pFileContext->fileSize is 0: File size should be > 0.");
			agent.serverFileId = job.fileId();
			noFile(JobParseError.ZERO_FILE_SIZE, job.jobId(), done);
		} else if (agent.activeJob.isEmpty()) {
			accept(job, done);
		} else if (agent.activeJob.equals(job.jobId())) {
			log.info(SOURCE, 2097, "New job document ID is identical to the current job: Updating the URL based on the new job document.");
			log.info(SOURCE, 2290, "Update received for current job: OtaJobParseErr_t=%s, Job name=%s",
					JobParseError.UPDATE_CURRENT_JOB.text(), job.jobId());
			log.info(SOURCE, 2427, "Job document for receiving an update received.");
			beginTransfer(done);
		} else {
			log.info(SOURCE, 2073, "New job document received, aborting current job.");
			agent.pal.setPlatformImageState(OtaImageState.ABORTED);
			agent.pal.abort();
			agent.cleanupData(() -> accept(job, done));
		}
	}

	private void accept(JobDocument job, Consumer<OtaError> done) {
		agent.activeJob = job.jobId();
		agent.serverFileId = job.fileId();
		agent.file = job;
		if (job.selfTest()) {
			log.info(SOURCE, 2139, "In self test mode.");
			checkVersion(job, () -> {
				accepted(job);
				agent.platformInSelfTest();
				withoutFile(done);
			});
		} else {
			log.info(SOURCE, 2258, "Job document was accepted. Attempting to begin the update.");
			accepted(job);
			createFile(job, done);
		}
	}

	private void accepted(JobDocument job) {
		log.info(SOURCE, 2384, "Job parsing success: OtaJobParseErr_t=%s, Job name=%s", JobParseError.NONE.text(), job.jobId());
		agent.application.unhandled(6);
	}

	private void createFile(JobDocument job, Consumer<OtaError> done) {
		if (job.fileSize() > MAX_FILE_SIZE) {
			agent.closeFile(() -> withoutFile(done));
			return;
		}
		if (agent.platformInSelfTest()) {
			beginTransfer(done);
			return;
		}
		agent.bitmap = new BlockBitmap(job.fileSize());
		int status = agent.pal.createFileForRx(job.filePath(), job.fileSize());
		if (PalStatus.success(status)) {
			beginTransfer(done);
		} else {
			agent.setImageState(OtaImageState.ABORTED, status, error -> agent.closeFile(() -> withoutFile(done)));
		}
	}

	/** A document from which no file came: either the new image is to be tested now, or there is nothing to do. */
	private void withoutFile(Consumer<OtaError> done) {
		if (agent.imageState == OtaImageState.TESTING) {
			agent.signal.accept(OtaEvent.START_SELF_TEST);
			done.accept(OtaError.NONE);
		} else {
			done.accept(OtaError.JOB_PARSER_ERROR);
		}
	}

	private void beginTransfer(Consumer<OtaError> done) {
		if (agent.platformInSelfTest()) {
			log.warn(SOURCE, 984, "Rejecting new image and rebooting:The platform is in the self-test state while the job is not.");
			agent.pal.resetDevice();
			done.accept(OtaError.NONE);
		} else if (agent.file.protocols().contains("MQTT")) {
			agent.dataInterfaceSet = true;
			log.info(SOURCE, 951, "Setting OTA data interface.");
			agent.signal.accept(OtaEvent.CREATE_FILE);
			done.accept(OtaError.NONE);
		} else {
			OtaError reason = OtaError.INVALID_DATA_PROTOCOL;
			log.error(SOURCE, 968, "Failed to set OTA data interface: OtaErr_t=%s, aborting current update.", reason.text());
			agent.setImageState(OtaImageState.ABORTED, reason.number(), done);
		}
	}

	private void checkVersion(JobDocument job, Runnable then) {
		OtaError verdict = validateVersion(job);
		if (verdict == OtaError.NONE) {
			log.info(SOURCE, 2163, "Image version is valid: Begin testing file: File ID=%d", agent.serverFileId);
			agent.setImageState(OtaImageState.TESTING, 0, error -> {
				if (error != OtaError.NONE) {
					log.error(SOURCE, 2175, "Failed to set image state to testing: OtaErr_t=%s", error.text());
				}
				then.run();
			});
			return;
		}
		log.warn(SOURCE, 2180, "New image is being rejected: Application version of the new image is invalid: OtaErr_t=%s",
				verdict.text());
		agent.setImageState(OtaImageState.REJECTED, verdict.number(), error -> {
			if (error != OtaError.NONE) {
				log.error(SOURCE, 2187, "Failed to set image state to rejected: OtaErr_t=%s", error.text());
			}
			agent.application.selfTestFailed();
			agent.pal.resetDevice();
			then.run();
		});
	}

	/** Compares the running version with the one that started the update. */
	private OtaError validateVersion(JobDocument job) {
		if (job.fileId() != 0 || job.fileType() != 0) {
			return OtaError.NONE;
		}
		int order = Integer.compareUnsigned(job.updatedBy(), agent.ownVersion().word());
		if (order == 0) {
			log.warn(SOURCE, 1952, "Application version of the new image is identical to the current image: "
					+ "New images are expected to have a higher version number: ");
			return OtaError.SAME_FIRMWARE_VERSION;
		}
		if (order > 0) {
			log.warn(SOURCE, 1960, "Application version of the new image is lower than the current image: "
					+ "New images are expected to have a higher version number.");
			return OtaError.DOWNGRADE_NOT_ALLOWED;
		}
		log.info(SOURCE, 1970, "New image has a higher version number than the current image: "
				+ "New image version=%s, Previous image version=%s", agent.ownVersion(), FirmwareVersion.ofWord(job.updatedBy()));
		return OtaError.NONE;
	}

	/** Ends a message that did not parse, and reports the job as failed if its id is known. */
	private void noFile(JobParseError error, String jobId, Consumer<OtaError> done) {
		if (error == JobParseError.NO_ACTIVE_JOBS) {
			log.info(SOURCE, 2297, "No active job available in received job document: OtaJobParseErr_t=%s", error.text());
			agent.application.unhandled(8);
			afterParseError(done);
			return;
		}
		log.error(SOURCE, 2310, "Failed to parse the job document after parsing the job name: OtaJobParseErr_t=%s, Job name=%s",
				error.text(), jobId);
		if (agent.activeJob.isEmpty()) {
			afterParseError(done);
			return;
		}
		agent.report(JobStatusMessage.failed(OtaError.JOB_PARSER_ERROR.number(), error.number()), 1, failure -> {
			if (failure != OtaError.NONE) {
				log.error(SOURCE, 2326, "Failed to update job status: updateJobStatus returned error: OtaErr_t=%s", failure.text());
			}
			agent.activeJob = "";
			agent.closeFile(() -> afterParseError(done));
		});
	}

	/** The library asks the platform even when there is nothing to start. */
	private void afterParseError(Consumer<OtaError> done) {
		agent.platformInSelfTest();
		withoutFile(done);
	}
}
