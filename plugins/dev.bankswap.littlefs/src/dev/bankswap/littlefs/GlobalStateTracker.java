/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.littlefs;

/**
 * Keeps what the global state is on the disk and what it shall be. The difference goes along with the next commit, whichever pair
 * that is for.
 */
final class GlobalStateTracker {

	private GlobalState onDisk = GlobalState.ZERO;
	private GlobalState wanted = GlobalState.ZERO;
	/** The deltas of pairs that the next commit takes out of the list; their share must not get lost. */
	private GlobalState stolen = GlobalState.ZERO;
	private int openOrphans;

	void mounted(GlobalState sum) {
		onDisk = sum;
		wanted = sum;
		openOrphans = sum.outOfSync() ? 1 : 0;
	}

	GlobalState current() {
		return wanted;
	}

	/** Tells what a commit must add to the delta of its pair. */
	GlobalState pending() {
		return onDisk.xor(wanted).xor(stolen);
	}

	/** Tells the part of {@link #pending()} that has to go along with a pair even if the pair is not referred to yet. */
	GlobalState stolen() {
		return stolen;
	}

	void committed() {
		onDisk = wanted;
		stolen = GlobalState.ZERO;
	}

	void committedStolen() {
		stolen = GlobalState.ZERO;
	}

	void steal(GlobalState delta) {
		stolen = stolen.xor(delta);
	}

	/** From the next commit to {@link #moveFinished()} the given entry is to be deleted, because it has a new place. */
	void moveAhead(BlockPair source, int id) {
		wanted = wanted.withMove(source, id);
	}

	void moveFinished() {
		wanted = wanted.withoutMove();
	}

	/** From the next commit to the matching {@link #orphanFixed()} the threaded list is out of sync. */
	void orphanAhead() {
		openOrphans++;
		wanted = wanted.withSync(false);
	}

	void orphanFixed() {
		openOrphans--;
		wanted = wanted.withSync(openOrphans == 0);
	}

	void allOrphansFixed() {
		openOrphans = 0;
		wanted = wanted.withSync(true);
	}
}
