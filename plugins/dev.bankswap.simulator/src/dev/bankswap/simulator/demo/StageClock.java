/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Measures the stages: each begins where the one before ended. */
final class StageClock {

	private final DemoListener listener;
	private final List<StageResult> results = new ArrayList<>();
	private LongSupplier simulated = () -> 0;
	private long lastReal = System.nanoTime();
	private long lastSimulated;

	StageClock(DemoListener listener) {
		this.listener = listener;
	}

	/**
	 * Tells how late it is on the board, from now on.
	 *
	 * @param clock the board's clock in nanoseconds
	 */
	void useBoardClock(LongSupplier clock) {
		simulated = clock;
	}

	void start(DemoStage stage) {
		listener.started(stage);
	}

	/** Ends a stage now. */
	void finish(DemoStage stage, String evidence) {
		finish(stage, new Reached(System.nanoTime(), simulated.getAsLong(), evidence), evidence);
	}

	/**
	 * Ends a stage at the moment at which its milestone was reached, which may be a little earlier than now.
	 *
	 * @param stage    which
	 * @param moment   when
	 * @param evidence what shows it
	 */
	void finish(DemoStage stage, Reached moment, String evidence) {
		long real = Math.max(lastReal, moment.realNanos());
		long board = Math.max(lastSimulated, moment.simulatedNanos());
		StageResult result = new StageResult(stage, Duration.ofNanos(real - lastReal),
				Duration.ofNanos(board - lastSimulated), evidence);
		lastReal = real;
		lastSimulated = board;
		results.add(result);
		listener.finished(result);
	}

	List<StageResult> results() {
		return List.copyOf(results);
	}

	/** Wall time from the end of one stage to the end of the last one. */
	Duration wallSince(DemoStage stage) {
		return sum(stage, true);
	}

	/** The same on the board's clock. */
	Duration simulatedSince(DemoStage stage) {
		return sum(stage, false);
	}

	private Duration sum(DemoStage after, boolean wall) {
		return results.stream().filter(result -> result.stage().compareTo(after) > 0)
				.map(result -> wall ? result.wall() : result.simulated()).reduce(Duration.ZERO, Duration::plus);
	}
}
