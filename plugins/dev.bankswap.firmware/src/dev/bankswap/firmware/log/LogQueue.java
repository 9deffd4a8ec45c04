/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.log;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * The message buffer between the logger and the UART: 4096 bytes, with a length word of 4 bytes before each entry. A line
 * that does not fit is cut to what fits; if nothing fits it is dropped without notice.
 */
final class LogQueue {

	static final int CAPACITY = 4096;

	private static final int LENGTH_WORD = 4;

	private final Deque<byte[]> entries = new ArrayDeque<>();

	private int used;

	/** Appends a line and tells how many bytes of it were kept. */
	int add(byte[] line) {
		int room = CAPACITY - used - LENGTH_WORD;
		if (room <= 0) {
			return 0;
		}
		int kept = Math.min(room, line.length);
		entries.add(kept == line.length ? line : Arrays.copyOf(line, kept));
		used += LENGTH_WORD + kept;
		return kept;
	}

	Optional<byte[]> poll() {
		byte[] line = entries.poll();
		if (line != null) {
			used -= LENGTH_WORD + line.length;
		}
		return Optional.ofNullable(line);
	}

	boolean isEmpty() {
		return entries.isEmpty();
	}
}
