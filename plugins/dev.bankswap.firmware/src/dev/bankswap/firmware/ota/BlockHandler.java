/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.ota;

import java.util.function.Consumer;

import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.firmware.log.Logger;

/** Handles a block of the stream, and the end of the download. A single bad block ends the job. */
final class BlockHandler {

	private static final String SOURCE = OtaAgent.SOURCE;

	private static final int DUPLICATE = 1;
	private static final int ACCEPTED = 0;
	private static final int FILE_COMPLETE = -1;
	private static final int SIGNATURE_FAILED = -2;
	private static final int FILE_CLOSE_FAILED = -3;
	private static final int BAD_FILE_HANDLE = -5;
	private static final int UNEXPECTED_BLOCK = -6;
	private static final int BLOCK_OUT_OF_RANGE = -7;
	private static final int BAD_DATA = -8;
	private static final int WRITE_FAILED = -9;

	private final AgentContext agent;
	private final Logger log;

	/** The library's decode buffer: a payload that is shorter than its block claims leaves old bytes behind. */
	private final byte[] decodeBuffer = new byte[StreamCodec.BLOCK_SIZE];

	BlockHandler(AgentContext agent) {
		this.agent = agent;
		this.log = agent.log;
	}

	/** Processes a data message and tells the agent's error. */
	void process(byte[] message, Consumer<OtaError> done) {
		Consumer<OtaError> finished = error -> {
			agent.application.processed();
			if (error != OtaError.NONE) {
				log.error(SOURCE, 1304, "Failed to update job status: updateJobStatus returned error: OtaErr_t=%s", error.text());
			}
			done.accept(error);
		};
		int result = ingest(message);
		if (result == ACCEPTED && agent.bitmap.remaining() == 0) {
			close(finished);
		} else if (result == ACCEPTED) {
			log.info(SOURCE, 2771, "Number of blocks remaining: %d", agent.bitmap.remaining());
			proceed(finished);
		} else if (result < 0) {
			fail(result, PalStatus.UNINITIALIZED.word(), finished);
		} else {
			finished.accept(OtaError.NONE);
		}
	}

	private int ingest(byte[] message) {
		if (agent.bitmap.remaining() == 0) {
			return UNEXPECTED_BLOCK;
		}
		agent.startRequestTimer();
		try {
			StreamBlock block = StreamCodec.block(message);
			System.arraycopy(block.payload(), 0, decodeBuffer, 0, block.payload().length);
			return store(block);
		} catch (StreamDecodeException undecodable) {
			// the firmware's decoder tells no more than this
			log.error("ota_mqtt.c", 1221,
					"Failed to decode MQTT file block: OTA_CBOR_Decode_GetStreamResponseMessage returned error.");
			return BAD_DATA;
		}
	}

	private int store(StreamBlock block) {
		if (!agent.pal.fileOpen()) {
			return BAD_FILE_HANDLE;
		}
		if (!inRange(block)) {
			log.error(SOURCE, 2570,
					"Block range check failed: Received a block outside of the expected range: Block index=%d, Block size=%d",
					block.index(), block.size());
			return BLOCK_OUT_OF_RANGE;
		}
		log.info(SOURCE, 2535, "Received valid file block: Block index=%d, Size=%d", block.index(), block.size());
		if (!agent.bitmap.missing(block.index())) {
			log.warn(SOURCE, 2587, "Received a duplicate block: Block index=%d, Block size=%d", block.index(), block.size());
			return DUPLICATE;
		}
		int written = agent.pal.writeBlock(block.index() * StreamCodec.BLOCK_SIZE, decodeBuffer, block.size());
		if (written != block.size()) {
			log.error(SOURCE, 2613, "Failed to ingest received block: iBytesWritten: %d, IngestResult_t=%d", written, WRITE_FAILED);
			return WRITE_FAILED;
		}
		agent.bitmap.received(block.index());
		agent.publish(new FirmwareEvent.BlockReceived(agent.now(), block.index(), block.size(), agent.bitmap.remaining(),
				agent.bitmap.total()));
		return ACCEPTED;
	}

	private boolean inRange(StreamBlock block) {
		int last = agent.bitmap.total() - 1;
		long lastSize = agent.file.fileSize() - (long) last * StreamCodec.BLOCK_SIZE;
		return block.index() < last && block.size() == StreamCodec.BLOCK_SIZE
				|| block.index() == last && block.size() == lastSize;
	}

	private void proceed(Consumer<OtaError> done) {
		agent.statistics.processed++;
		agent.momentum = 0;
		agent.reportProgress(error -> {
			if (agent.blocksToReceive > 1) {
				agent.blocksToReceive--;
			} else {
				agent.startRequestTimer();
				agent.signal.accept(OtaEvent.REQUEST_FILE_BLOCK);
			}
			done.accept(error);
		});
	}

	private void close(Consumer<OtaError> done) {
		log.info(SOURCE, 2718, "Received final block of the update.");
		agent.requestTimer.stop();
		agent.pal.closeFile(agent.task, agent.file.signature(), agent.file.certFile(), status -> {
			if (PalStatus.success(status)) {
				log.info(SOURCE, 2742, "Received entire update and validated the signature.");
				complete(done);
			} else {
				log.error(SOURCE, 2747, "Failed to close the OTA file: Error=(%s:0x%06x)", PalStatus.text(status), status);
				boolean signature = PalStatus.main(status) == PalStatus.main(PalStatus.SIGNATURE_CHECK_FAILED.word());
				fail(signature ? SIGNATURE_FAILED : FILE_CLOSE_FAILED, status, done);
			}
		});
	}

	private void complete(Consumer<OtaError> done) {
		boolean firmware = agent.file.fileType() == 0;
		byte[] message = firmware ? JobStatusMessage.selfTest("ready", agent.ownVersion())
				: JobStatusMessage.accepted(agent.ownVersion(), agent.ownVersion());
		agent.report(message, 1, error -> {
			cleanup();
			agent.statistics.processed++;
			if (firmware) {
				agent.application.activate();
			} else {
				agent.application.unhandled(7);
			}
			agent.activeJob = "";
			done.accept(error);
		});
	}

	private void fail(int result, int closeStatus, Consumer<OtaError> done) {
		assert result < FILE_COMPLETE;
		log.error(SOURCE, 1238, "Failed to ingest data block, rejecting image: ingestDataBlock returned error: OtaErr_t=%d", result);
		agent.pal.setPlatformImageState(OtaImageState.REJECTED);
		agent.report(JobStatusMessage.failed(PalStatus.main(closeStatus), PalStatus.sub(closeStatus)), 1, error -> {
			cleanup();
			agent.application.failed();
			agent.activeJob = "";
			done.accept(error);
		});
	}

	private void cleanup() {
		agent.requestTimer.stop();
		agent.signal.accept(OtaEvent.CLOSE_FILE);
	}
}
