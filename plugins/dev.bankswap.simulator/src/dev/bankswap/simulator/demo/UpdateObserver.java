/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import dev.bankswap.board.BoardEvent;
import dev.bankswap.cloud.CloudEvent;
import dev.bankswap.cloud.service.JobExecution;
import dev.bankswap.cloud.service.JobStatus;
import dev.bankswap.firmware.FirmwareEvent;
import dev.bankswap.formats.PalState;

/**
 * Watches device and cloud and recognises the {@link Milestone}s of an update. It only listens: what it says, the device printed
 * or the cloud recorded.
 */
final class UpdateObserver {

	private final Milestones milestones;
	private volatile long simulated;
	private volatile String lastLine = ""; //$NON-NLS-1$
	private volatile int blocks;
	private volatile String jobStatus = ""; //$NON-NLS-1$

	UpdateObserver(Milestones milestones) {
		this.milestones = milestones;
	}

	/** The device's last log line, for a failure message. */
	String lastLine() {
		return lastLine;
	}

	/** Status of the job execution as the cloud last recorded it. */
	String jobStatus() {
		return jobStatus;
	}

	/** How many blocks have arrived. */
	int blocks() {
		return blocks;
	}

	void firmware(FirmwareEvent event) {
		simulated = event.time();
		if (event instanceof FirmwareEvent.LogLine line) {
			line(line.text());
		} else if (event instanceof FirmwareEvent.BlockReceived block) {
			block(block);
		} else if (event instanceof FirmwareEvent.PalStateChanged pal) {
			state(pal.state());
		}
	}

	private void line(String text) {
		String line = text.strip();
		if (!line.isEmpty()) {
			lastLine = line;
		}
	}

	private void state(PalState state) {
		if (state == PalState.PENDING_ACTIVATION) {
			reach(Milestone.VERIFIED, Messages.VerifyEvidence);
		} else if (state == PalState.ACCEPTED) {
			reach(Milestone.SELF_TESTED, Messages.SelfTestEvidence);
		}
	}

	private void block(FirmwareEvent.BlockReceived block) {
		blocks = block.total() - block.remaining();
		if (block.remaining() == 0) {
			reach(Milestone.ALL_BLOCKS, Integer.toString(block.total()));
		}
	}

	void board(BoardEvent event) {
		simulated = event.time();
		if (event instanceof BoardEvent.Booted booted && milestones.get(Milestone.VERIFIED).isPresent()) {
			reach(Milestone.BOOTED_NEW, Integer.toString(booted.bank()));
		}
	}

	void cloud(CloudEvent event) {
		if (event instanceof CloudEvent.ClientConnected connected) {
			reach(Milestone.CONNECTED,
					Messages.bind(Messages.ConnectEvidence, connected.clientId(), shortened(connected.certificateId())));
		} else if (event instanceof CloudEvent.JobExecutionChanged changed) {
			job(changed.execution());
		}
	}

	private void job(JobExecution execution) {
		JobStatus status = execution.status();
		jobStatus = status.name();
		if (status != JobStatus.QUEUED && status != JobStatus.IN_PROGRESS) {
			reach(Milestone.JOB_ENDED, Messages.bind(Messages.CommitEvidence, status.name(),
					execution.statusDetails().getOrDefault("reason", ""))); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** Enough of a certificate id to recognise it. */
	static String shortened(String certificateId) {
		int shown = 12;
		return certificateId.length() <= shown ? certificateId : certificateId.substring(0, shown) + '\u2026';
	}

	private void reach(Milestone milestone, String evidence) {
		milestones.reach(milestone, new Reached(System.nanoTime(), simulated, evidence));
	}
}
