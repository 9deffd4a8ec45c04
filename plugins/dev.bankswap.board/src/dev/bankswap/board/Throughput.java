/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.board;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * How fast the memories of the board are for the computer that simulates them: on a board without faults and delays, that is
 * provisioned and has a program in both banks, after warming up.
 *
 * @param bankMillis     programming a whole bank by quad-words, in milliseconds
 * @param snapshotMicros capturing what survives a power cut, in microseconds
 * @param snapshotBytes  what a snapshot takes by itself, by estimate; the contents are shared
 */
public record Throughput(double bankMillis, double snapshotMicros, int snapshotBytes) {

	private static final double NANOS_PER_MILLI = 1e6;
	private static final double NANOS_PER_MICRO = 1e3;
	private static final int IMAGE_SIZE = 480 << 10;
	private static final int BANK_RUNS = 12;
	private static final int SNAPSHOT_RUNS = 2000;

	/** The blocks of the firmware's volume after provisioning. */
	private static final int NOR_SECTORS = 16;
	private static final int NOR_VOLUME = 0xA0000;

	/**
	 * Measures. Takes less than a second.
	 *
	 * @param nanoClock a clock in nanoseconds, such as {@code System::nanoTime}: the model itself does not know the time of day
	 * @return the median of many runs
	 * @throws FlashException never, as long as the model is right
	 */
	public static Throughput measure(LongSupplier nanoClock) throws FlashException {
		Board board = provisioned();
		byte[] contents = new byte[InternalFlash.BANK_SIZE];
		new Random(1).nextBytes(contents);
		double bank = median(BANK_RUNS, nanoClock, () -> {
			board.flash().unlock();
			board.flash().eraseBank(2);
		}, () -> programBank(board.flash(), contents));
		board.flash().loadImage(2, Arrays.copyOf(contents, IMAGE_SIZE));
		PersistentState[] snapshot = { board.snapshot() };
		byte[] page = new byte[NorFlash.PAGE];
		double capture = median(SNAPSHOT_RUNS, nanoClock, () -> board.nor().programPage(NOR_VOLUME, page, 0, page.length),
				() -> snapshot[0] = board.snapshot());
		return new Throughput(bank / NANOS_PER_MILLI, capture / NANOS_PER_MICRO, snapshot[0].bytes());
	}

	/** A step of a measurement. */
	@FunctionalInterface
	private interface Step {
		void run() throws FlashException;
	}

	private static Board provisioned() {
		Board board = new Board(new BoardConfig(1, TimingProfile.ideal()));
		Random random = new Random(2);
		byte[] image = new byte[IMAGE_SIZE];
		random.nextBytes(image);
		board.flash().loadImage(1, image);
		byte[] volume = new byte[NOR_SECTORS * NorFlash.SECTOR];
		random.nextBytes(volume);
		board.programmer().writeNor(NOR_VOLUME, volume);
		return board;
	}

	private static void programBank(InternalFlash flash, byte[] contents) throws FlashException {
		for (int offset = 0; offset < contents.length; offset += InternalFlash.QUAD_WORD) {
			flash.programQuadWord(InternalFlash.HIGH_BASE + offset, contents, offset);
		}
	}

	private static double median(int runs, LongSupplier nanoClock, Step prepare, Step measured) throws FlashException {
		long[] times = new long[runs];
		for (int run = -runs; run < runs; run++) {
			prepare.run();
			long start = nanoClock.getAsLong();
			measured.run();
			times[Math.max(0, run)] = nanoClock.getAsLong() - start;
		}
		Arrays.sort(times);
		return times[runs / 2];
	}
}
