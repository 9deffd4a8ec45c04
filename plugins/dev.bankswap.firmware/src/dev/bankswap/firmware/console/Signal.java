/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.console;

import dev.bankswap.firmware.codec.CNumber;
import dev.bankswap.firmware.kernel.Task;

/** The signals of {@code kill} and {@code killall}: numbers and names of Unix, few of which have an effect. */
final class Signal {

	static final Signal DEFAULT = new Signal(15);

	private static final String[] NAMES = { "SIGHUP", "SIGINT", "SIGQUIT", "SIGKILL", "SIGTERM", "SIGSTOP", "SIGSTP", "SIGCONT" };

	private static final int[] NUMBERS = { 1, 2, 3, 9, 15, 23, 24, 25 };

	private final long number;

	private Signal(long number) {
		this.number = number;
	}

	/** Reads the word behind the dash; an unknown name leaves the signal as it was. */
	Signal changedBy(String word) {
		long given = CNumber.unsigned(word);
		if (given != 0) {
			return new Signal(given);
		}
		for (int i = 0; i < NAMES.length; i++) {
			if (NAMES[i].equals(word)) {
				return new Signal(NUMBERS[i]);
			}
		}
		return this;
	}

	boolean resumes() {
		return number == 25;
	}

	/** Acts on a task. A task that suspends itself does not get as far as its own deletion. */
	void actOn(Task task, boolean self) {
		switch ((int) number) {
		case 3:
		case 15:
			task.suspend();
			if (!self) {
				task.delete();
			}
			break;
		case 23:
		case 24:
			task.suspend();
			break;
		case 25:
			task.resume();
			break;
		default:
			break;
		}
	}
}
