/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.core.ota;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.bankswap.aws.JobExecutionStatus;

/**
 * How far an update is on the board, as the board reported it.
 *
 * @param phase what the board does
 * @param blocks blocks that it has; 0 if it did not say
 * @param total blocks of the image; 0 if it did not say
 */
public record OtaProgress(Phase phase, int blocks, int total) {
	private static final Pattern RECEIVED = Pattern.compile("(\\d{1,6})/(\\d{1,6})"); //$NON-NLS-1$

	/** The phases, in their order. */
	public enum Phase {
		/** The board has not answered. */
		QUEUED,
		/** It receives the image. */
		DOWNLOAD,
		/** The image is complete and checked; the board restarts into it. */
		RESTART,
		/** The new image runs on trial. */
		SELF_TEST,
		/** It is over, well or not. */
		ENDED
	}

	/**
	 * Reads a job execution.
	 *
	 * @param execution what the cloud shows
	 * @return the progress
	 */
	public static OtaProgress of(JobExecutionStatus execution) {
		Map<String, String> details = execution.details();
		Matcher received = RECEIVED.matcher(details.getOrDefault("receive", "")); //$NON-NLS-1$ //$NON-NLS-2$
		boolean counted = received.matches();
		int blocks = counted ? Integer.parseInt(received.group(1)) : 0;
		int total = counted ? Integer.parseInt(received.group(2)) : 0;
		return new OtaProgress(phase(execution, details.getOrDefault("self_test", "")), blocks, total); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Phase phase(JobExecutionStatus execution, String selfTest) {
		if (execution.ended()) {
			return Phase.ENDED;
		}
		if ("QUEUED".equals(execution.state())) { //$NON-NLS-1$
			return Phase.QUEUED;
		}
		return switch (selfTest) {
		case "ready" -> Phase.RESTART; //$NON-NLS-1$
		case "active" -> Phase.SELF_TEST; //$NON-NLS-1$
		default -> Phase.DOWNLOAD;
		};
	}
}
