/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.firmware.net;

import java.util.concurrent.TimeUnit;

import dev.bankswap.board.Board;
import dev.bankswap.board.Scheduled;

/**
 * Knows whether the boot in which it was created still runs. It holds an event of the core that is never due; like everything
 * of the core it vanishes at a reset, whereas calls from the wire may still arrive.
 */
final class BootGuard {

	private static final long NEVER = TimeUnit.DAYS.toNanos(36_500);

	private final Scheduled sentinel;

	BootGuard(Board board) {
		sentinel = board.cpu().at(NEVER, 0, () -> {
			// nobody simulates a century
		});
	}

	boolean running() {
		return sentinel.pending();
	}
}
